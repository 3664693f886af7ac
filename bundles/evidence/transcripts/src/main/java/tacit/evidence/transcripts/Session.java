package tacit.evidence.transcripts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** One session in the making: its steps in the order of the transcript, and the calls that wait. Confined to one thread. */
final class Session {

    /** The id of the span of the session's own agent. */
    static final String ROOT = "session";

    private final String agent;
    private final String id;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable String task;

    Session(String agent, String id) {
        this.agent = agent;
        this.id = id;
    }

    /** What the user asked for first; later calls change nothing. */
    void task(String text) {
        task = task == null ? text : task;
    }

    void attribute(String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            attributes.putIfAbsent(key, value);
        }
    }

    void seen(@Nullable Instant at) {
        if (at != null) {
            first = first == null || at.isBefore(first) ? at : first;
            last = last == null || at.isAfter(last) ? at : last;
        }
    }

    long nextPosition() {
        return steps.size() + 1L;
    }

    /** An id that no step has: the wanted one, or the wanted one with a number. */
    String freeId(String wanted) {
        String free = wanted;
        for (int i = 2; steps.containsKey(free); i++) {
            free = wanted + "#" + i;
        }
        return free;
    }

    <S extends Step> S add(S step) {
        steps.put(step.id(), step);
        return step;
    }

    boolean has(String stepId) {
        return steps.containsKey(stepId);
    }

    void remove(Step step) {
        steps.remove(step.id());
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    TraceUpdate build() {
        List<Span> spans = new ArrayList<>(steps.size() + 1);
        spans.add(new AgentRun(new Step.Place(ROOT, null, 0, first), agent, task).build());
        steps.values().forEach(step -> spans.add(step.build()));
        Trace trace = Trace.builder(agent + ":" + id)
                .sessionId(id)
                .agent(agent)
                .startedAt(first)
                .endedAt(last)
                .attributes(attributes)
                .build();
        return TraceUpdate.of(trace, spans);
    }
}
