/**
 * Turns what agents emit into traces: formats read, secrets redacted, sizes bounded, bad input refused with its place.
 *
 * <pre>
 *   files, OTLP --TraceSource--> TraceUpdate --> [ingest] --> trace store
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.ingest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
