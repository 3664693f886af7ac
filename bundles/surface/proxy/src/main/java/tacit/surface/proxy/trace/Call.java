package tacit.surface.proxy.trace;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tacit.surface.proxy.route.Route;
import tacit.surface.proxy.wire.Wire;

/**
 * One request, from its begin to its end. Immutable, as long as nobody changes the body.
 *
 * @param traceId of the run that it belongs to
 * @param spanId its own
 * @param wire what was asked
 * @param caller for whom
 * @param body as the caller sent it, without context
 * @param model that was asked for; null where none was named
 * @param given what the memory gave
 * @param upstream who answered; null where nobody did
 * @param reason why it went there
 * @param skipped who was asked in vain before
 * @param status the HTTP status that the caller got
 * @param contentType of the answer; empty where there is none
 * @param answer what passed by of it
 * @param end how it ended
 * @param generation the state of the harness; null for none
 * @param begin when it came
 * @param first when the first chunk of the answer was passed on; null for never
 * @param done when all was passed on
 * @param withoutKey takes the key of whoever answered out of a text
 */
@SuppressWarnings("ArrayRecordComponent")
public record Call(
        String traceId,
        String spanId,
        Wire wire,
        Caller caller,
        byte[] body,
        @Nullable String model,
        Given given,
        @Nullable String upstream,
        String reason,
        List<Route.Skipped> skipped,
        int status,
        String contentType,
        Capture answer,
        End end,
        @Nullable String generation,
        Instant begin,
        @Nullable Instant first,
        Instant done,
        UnaryOperator<String> withoutKey) {

    /** How a request ended. */
    public enum End {
        /** All was passed on. */
        WHOLE,
        /** The upstream broke off in the middle. */
        CUT,
        /** The caller went away. */
        GONE,
        /** Nobody answered. */
        UNANSWERED
    }

    /** How much memory it holds, in bytes. */
    int weight() {
        return body.length + answer.kept() + 2 * given.text().length() + 1024;
    }
}
