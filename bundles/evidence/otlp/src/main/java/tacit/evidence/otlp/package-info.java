/**
 * Takes OpenTelemetry spans and log events, over HTTP and from files, whatever convention they follow.
 *
 * <pre>
 *   exporter, file --> wire --> map, events --TraceUpdate--> ingest
 * </pre>
 */
@NullMarked
package tacit.evidence.otlp;

import org.jspecify.annotations.NullMarked;
