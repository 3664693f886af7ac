package tacit.runtime.cellagent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes what the host reads: a kind, nanoseconds, and a text. */
final class Response {

    private static final byte LOADED = 4;
    private static final byte FAILED = 5;
    private static final byte ANSWERED = 6;
    private static final byte THREW = 7;
    private static final byte UNANSWERABLE = 8;
    private static final int LONGEST_REASON = 2_000;

    private Response() {}

    static byte[] loaded() {
        return of(LOADED, 0, "");
    }

    static byte[] failed(String reason) {
        return of(FAILED, 0, shortened(reason));
    }

    static byte[] answered(long nanos, String output) {
        return of(ANSWERED, nanos, output);
    }

    static byte[] threw(long nanos, String reason) {
        return of(THREW, nanos, shortened(reason));
    }

    static byte[] unanswerable(long nanos, String reason) {
        return of(UNANSWERABLE, nanos, shortened(reason));
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static byte[] of(byte kind, long nanos, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + Long.BYTES + bytes.length)
                .put(kind)
                .putLong(nanos)
                .put(bytes)
                .array();
    }
}
