package tacit.runtime.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What the agent in the child process wrote.
 *
 * @param kind what it is
 * @param took inside the child process
 * @param text the answer as JSON, or the reason why there is none
 */
record Answer(Kind kind, Duration took, String text) {

    private static final int HEADER = 1 + Long.BYTES;
    private static final int FIRST = 4;

    /** In the order of the numbers on the pipe. */
    enum Kind {
        LOADED,
        FAILED,
        ANSWERED,
        THREW,
        UNANSWERABLE
    }

    /** Empty when the agent never writes such a thing. */
    static Optional<Answer> read(byte[] body) {
        int kind = body[0] - FIRST;
        if (body.length < HEADER || kind < 0 || kind >= Kind.values().length) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(body, 1, body.length - 1);
        Duration took = Duration.ofNanos(Math.max(0, buffer.getLong()));
        return Optional.of(new Answer(
                Kind.values()[kind], took, StandardCharsets.UTF_8.decode(buffer).toString()));
    }
}
