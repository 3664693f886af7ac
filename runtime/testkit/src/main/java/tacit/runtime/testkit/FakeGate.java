package tacit.runtime.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.GateDecision;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.memory.WriteGate;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** One write that waits, and what was said of it. */
public final class FakeGate implements WriteGate {

    public final List<String> done = new ArrayList<>();
    public Status status = Status.PENDING;

    public @Nullable RuntimeException refusal;

    @Override
    public GateDecision evaluate(MemoryWrite write) {
        return new GateDecision(GateDecision.Answer.ALLOWED, null, "");
    }

    @Override
    public Page<PendingWrite> list(Scope scope, @Nullable Status wanted, PageRequest page) {
        return new Page<>(wanted == null || wanted == status ? List.of(write()) : List.of(), page.offset(), 1);
    }

    @Override
    public Optional<PendingWrite> find(Scope scope, String id) {
        return Optional.of(write())
                .filter(write -> id.equals("w1") && scope.workspaceId().equals("default"));
    }

    @Override
    public PendingWrite approve(Scope scope, String id, String by, @Nullable String resolution) {
        return did("approve " + id + " " + by + " " + resolution, Status.APPLIED);
    }

    @Override
    public PendingWrite approveEdited(Scope scope, String id, String text, String by, @Nullable String resolution) {
        return did("edit " + id + " " + by + " " + resolution + " " + text, Status.APPLIED);
    }

    @Override
    public PendingWrite reject(Scope scope, String id, String by, @Nullable String resolution) {
        return did("reject " + id + " " + by + " " + resolution, Status.REJECTED);
    }

    private PendingWrite did(String act, Status next) {
        if (refusal != null) {
            throw refusal;
        }
        done.add(act);
        status = next;
        return write();
    }

    private PendingWrite write() {
        TreeMap<String, String> payload = new TreeMap<>();
        payload.put(MemoryWrite.CONTENT, "Likes tea");
        MemoryWrite write = new MemoryWrite(
                "default",
                MemoryWrite.Target.CURATED,
                "add",
                MemoryWrite.Origin.AGENT_TOOL,
                null,
                payload,
                null,
                null,
                List.of());
        return new PendingWrite("w1", write, "curated add: Likes tea", 0.45, status, Instant.EPOCH, null, null, null);
    }
}
