package tacit.surface.proxy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tacit.surface.proxy.route.Route;
import tacit.surface.proxy.trace.Call;
import tacit.surface.proxy.trace.Call.End;
import tacit.surface.proxy.trace.Caller;
import tacit.surface.proxy.trace.Capture;
import tacit.surface.proxy.trace.Given;
import tacit.surface.proxy.wire.Wire;

/** What is known of a request while it is answered. Confined to its thread. */
final class Story {

    private final Wire wire;
    private final byte[] body;
    private final Instant begin;
    private final long beganNanos = System.nanoTime();
    private Given given = Given.nothing("off", 0);
    private String traceId = "";
    private String spanId = "";
    private @Nullable Caller caller;
    private @Nullable String model;
    private @Nullable Route route;
    private @Nullable String generation;
    private @Nullable Instant first;

    Story(Wire wire, byte[] body, Instant begin) {
        this.wire = wire;
        this.body = body;
        this.begin = begin;
    }

    void asked(String trace, String span, Caller who, @Nullable String wanted, Given got, @Nullable String harness) {
        traceId = trace;
        spanId = span;
        caller = who;
        model = wanted;
        given = got;
        generation = harness;
    }

    void routed(Route way) {
        route = way;
    }

    /** The first chunk went to the caller. */
    void began(Instant at) {
        first = first == null ? at : first;
    }

    Wire wire() {
        return wire;
    }

    /** When it began, by the clock that only counts. */
    long beganNanos() {
        return beganNanos;
    }

    String traceId() {
        return traceId;
    }

    @Nullable
    Caller caller() {
        return caller;
    }

    /** What the caller is told beside the answer. */
    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("x-tacit-context", given.isInjected() ? given.id() : given.state());
        if (wire.isRecorded()) {
            headers.put("x-tacit-trace", traceId);
        }
        return headers;
    }

    /** All of it, once it is over; null before somebody has asked. */
    @Nullable
    Call over(int status, String contentType, Capture answer, End end, Instant done) {
        Caller who = caller;
        if (who == null) {
            return null;
        }
        Route way = route;
        return new Call(
                traceId,
                spanId,
                wire,
                who,
                body,
                model,
                given,
                way == null || way.upstream() == null ? null : way.name(),
                way == null ? "" : way.reason(),
                way == null ? List.of() : way.skipped(),
                status,
                contentType,
                answer,
                end,
                generation,
                begin,
                first,
                done,
                way == null || way.upstream() == null ? UnaryOperator.identity() : way.upstream()::withoutKey);
    }
}
