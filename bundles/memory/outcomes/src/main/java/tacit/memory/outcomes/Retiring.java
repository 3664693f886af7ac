package tacit.memory.outcomes;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.GateDecision;
import tacit.api.memory.MemoryOutcomes.Helpfulness;
import tacit.api.memory.MemoryPayload;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.Reach;
import tacit.api.memory.WriteGate;
import tacit.api.store.Scope;

/** Proposes to put a memory of the archive aside; nothing is done before somebody approves. Thread-safe. */
final class Retiring {

    private static final String ARCHIVE = "archive";

    private final MemoryStore memories;
    private final WriteGate gate;

    Retiring(MemoryStore memories, WriteGate gate) {
        this.memories = memories;
        this.gate = gate;
    }

    /** Whether it waits for approval now. */
    boolean propose(Scope scope, Helpfulness found) {
        Optional<MemoryRecord> memory = memories.find(scope, found.memoryId())
                .filter(record -> record.layer().equals(ARCHIVE) && record.state() == MemoryState.ACTIVE)
                .filter(record -> record.workspaceId().equals(scope.workspaceId()));
        return memory.map(record -> gate.propose(write(record, found)))
                .filter(decision -> decision.answer() == GateDecision.Answer.STAGED)
                .isPresent();
    }

    private static MemoryWrite write(MemoryRecord memory, Helpfulness found) {
        SortedMap<String, String> payload = new TreeMap<>();
        payload.put(MemoryWrite.ID, memory.id());
        if (memory.scope().reach() == Reach.USER) {
            payload.put(MemoryWrite.USER, memory.scope().id());
        }
        return new MemoryWrite(
                memory.workspaceId(),
                MemoryWrite.Target.ARCHIVE,
                MemoryPayload.PUT_ASIDE,
                MemoryWrite.Origin.BACKGROUND,
                null,
                payload,
                memory.text(),
                "Runs go worse with it: " + found.words(),
                List.of());
    }
}
