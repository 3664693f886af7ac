/** Reads OTLP requests, in protobuf and in JSON, into one form that is checked but not yet understood. */
@NullMarked
package tacit.evidence.otlp.wire;

import org.jspecify.annotations.NullMarked;
