package tacit.client;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a running Tacit. Thread-safe; each call blocks for at most the time-outs of its options, but {@link #report}, which returns
 * at once.
 *
 * <p>With {@link TacitOptions#failOpen} no call throws because of Tacit: it answers with nothing and tells the listener. Arguments that
 * make no sense are refused either way.
 */
public final class TacitClient implements AutoCloseable {

    private final Wire wire;
    private final Supplier<URI> api;
    private final Guarded guarded;
    private final TraceQueue queue;

    public TacitClient(TacitOptions options) {
        this.wire = new Wire(options.token, options.connectTimeout, options.timeout);
        this.api = options.api;
        this.guarded = new Guarded(options.listener, options.failOpen);
        this.queue = new TraceQueue(wire, options.otlp, guarded, options.mostWaiting);
    }

    /** What an agent should know before a task; {@link Context#NONE} where Tacit cannot be asked. */
    public Context context(ContextRequest request) {
        return guarded.call("context", Context.NONE, () -> context(post("/v1/context", request.body())));
    }

    private static Context context(Map<String, Object> answer) {
        List<Context.Block> blocks = Fields.objects(answer, "blocks").stream()
                .map(block -> new Context.Block(Fields.textOr(block, "kind", ""), Fields.textOr(block, "text", "")))
                .toList();
        Long tokens = Fields.whole(answer, "tokens");
        return new Context(
                Fields.textOr(answer, "contextId", ""),
                blocks,
                tokens == null ? 0 : tokens,
                Fields.whole(answer, "generation"),
                Fields.text(answer, "model"));
    }

    /** Takes what an agent did, to be sent soon; never blocks for the network. */
    public void report(AgentTrace trace) {
        queue.add(trace);
    }

    /** How many traces were dropped or could not be sent since this client was made. */
    public long dropped() {
        return queue.dropped();
    }

    /** Waits until what was reported is sent or given up; whether that is so within the time. */
    public boolean flush(Duration time) {
        return queue.flush(time);
    }

    /** Says how a run turned out; whether that is kept. */
    public boolean outcome(Outcome outcome) {
        return guarded.call("outcome", false, () -> {
            post("/v1/outcomes", outcome.body());
            return true;
        });
    }

    /** Says what a user thought of an answer; whether that is kept. */
    public boolean feedback(Feedback feedback) {
        return guarded.call("feedback", false, () -> {
            post("/v1/feedback", feedback.body());
            return true;
        });
    }

    /**
     * What was said, done and remembered, the best first.
     *
     * @param userId for whom; null for nobody in particular
     * @param limit in [1, 100]
     */
    public List<RecallHit> recall(String query, @Nullable String userId, int limit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", query);
        body.put("limit", limit);
        Fields.put(body, "userId", userId);
        return guarded.call("recall", List.of(), () -> Fields.objects(post("/v1/recall", body), "results").stream()
                .map(RecallHit::of)
                .toList());
    }

    /**
     * The conversations that are kept.
     *
     * @param userId whose; null for those of the token's user, or of no user where the token names none
     */
    public Conversations conversations(@Nullable String userId) {
        return new Conversations(wire, api, guarded, userId);
    }

    private Map<String, Object> post(String path, Map<String, Object> body) {
        return wire.send("POST", api.get().resolve(path), Json.write(body));
    }

    /** Sends what waits and ends; returns after at most 5 seconds. */
    @Override
    public void close() {
        queue.close();
    }
}
