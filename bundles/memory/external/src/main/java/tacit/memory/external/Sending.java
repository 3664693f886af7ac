package tacit.memory.external;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.GateDecision;
import tacit.api.memory.GateDecision.Answer;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.WriteGate;

/** Asks the gate for each write to a memory outside, and does those that it allows. Thread-safe. */
@Component(service = Sending.class)
public final class Sending {

    private final WriteGate gate;
    private final ExternalWrites writes;

    @Activate
    public Sending(@Reference WriteGate gate, @Reference ExternalWrites writes) {
        this.gate = gate;
        this.writes = writes;
    }

    /**
     * What came of a write.
     *
     * @param decision what the gate said
     * @param remoteId what it is called outside; null unless it was allowed
     */
    public record Sent(GateDecision decision, @Nullable String remoteId) {

        public boolean done() {
            return decision.answer() == Answer.ALLOWED;
        }
    }

    /** Does a write that the gate allows. */
    public Sent send(MemoryWrite write) {
        GateDecision decision = gate.evaluate(write);
        return new Sent(decision, decision.answer() == Answer.ALLOWED ? writes.apply(write) : null);
    }
}
