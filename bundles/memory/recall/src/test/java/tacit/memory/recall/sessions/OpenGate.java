package tacit.memory.recall.sessions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.GateDecision;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.WriteGate;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** A gate that lets everything through. */
final class OpenGate implements WriteGate {

    @Override
    public GateDecision evaluate(MemoryWrite write) {
        return new GateDecision(GateDecision.Answer.ALLOWED, null, "");
    }

    @Override
    public Page<PendingWrite> list(Scope scope, PendingWrite.@Nullable Status status, PageRequest page) {
        throw nothingWaits();
    }

    @Override
    public Optional<PendingWrite> find(Scope scope, String id) {
        throw nothingWaits();
    }

    @Override
    public PendingWrite approve(Scope scope, String id, String by, @Nullable String resolution) {
        throw nothingWaits();
    }

    @Override
    public PendingWrite approveEdited(Scope scope, String id, String text, String by, @Nullable String resolution) {
        throw nothingWaits();
    }

    @Override
    public PendingWrite reject(Scope scope, String id, String by, @Nullable String resolution) {
        throw nothingWaits();
    }

    private static UnsupportedOperationException nothingWaits() {
        return new UnsupportedOperationException("Nothing waits here");
    }
}
