package tacit.evidence.otlp.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.otlp.map.RunFacts.Fact;
import tacit.evidence.otlp.map.TacitNames;
import tacit.evidence.otlp.wire.BadItemException;
import tacit.evidence.otlp.wire.Rejection;
import tacit.evidence.otlp.wire.WireLog;

/** Puts log events together into one update per trace; log lines of no known family are dropped. Confined to one thread. */
public final class EventAssembly {

    private static final List<EventFamily> FAMILIES = List.of(new ClaudeCode(), new Codex(), new GenAiEvents());

    private final @Nullable String user;
    private final Map<String, EventTrace> traces = new LinkedHashMap<>();
    private final List<Rejection> rejected = new ArrayList<>();

    /**
     * Without events yet.
     *
     * @param user whose runs the request says they are; null where it does not
     */
    public EventAssembly(@Nullable String user) {
        this.user = user;
    }

    /** Adds an event. */
    public void add(WireLog log) {
        for (EventFamily family : FAMILIES) {
            if (family.owns(log)) {
                try {
                    family.read(log, this);
                } catch (BadItemException e) {
                    rejected.add(new Rejection(log.position(), String.valueOf(e.getMessage())));
                }
                return;
            }
        }
    }

    EventTrace trace(String id) {
        return traces.computeIfAbsent(id, EventTrace::new);
    }

    /** The trace of an event that the agent itself sent; what it says of all its runs comes first. */
    EventTrace trace(String id, WireLog log) {
        EventTrace trace = trace(id);
        TacitNames.sender(trace.run(), log.emitter());
        trace.run().offer(Fact.USER, user);
        return trace;
    }

    public List<Rejection> rejected() {
        return rejected;
    }

    /** One update per trace, in the order in which the traces first occurred. */
    public List<TraceUpdate> updates() {
        return traces.values().stream().map(EventTrace::update).toList();
    }
}
