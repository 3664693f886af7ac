package tacit.evidence.otlp.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tacit.evidence.otlp.wire.WireLog;

/** Makes ids from what an event holds, so that the same event has the same id whenever it comes. */
final class EventIds {

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private EventIds() {}

    static String trace(String... parts) {
        return hash(TRACE_BYTES, parts);
    }

    static String span(String... parts) {
        return hash(SPAN_BYTES, parts);
    }

    /** An id for the span of an event that has none of its own. */
    static String span(String traceId, WireLog log) {
        return span(
                traceId,
                log.eventName(),
                String.valueOf(log.at()),
                log.attributes().toString(),
                body(log));
    }

    private static String body(WireLog log) {
        return String.valueOf(log.body());
    }

    private static String hash(int bytes, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: SHA-256 is missing", e);
        }
    }
}
