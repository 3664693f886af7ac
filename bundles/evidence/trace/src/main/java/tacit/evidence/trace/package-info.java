/**
 * Keeps traces, spans and outcomes in the database.
 *
 * <pre>
 *   ingest --TraceUpdate--> [trace] --RecordedTrace--> learn, surface
 * </pre>
 */
@NullMarked
package tacit.evidence.trace;

import org.jspecify.annotations.NullMarked;
