package tacit.memory.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;
import tacit.api.recall.SearchIndex;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;

/** Somebody who is told of changes, under a name that outlives the process. Thread-safe. */
interface Listener {

    String name();

    /** Takes one change; what it does not throw for is done. */
    void tell(Events.Event event, List<MemoryRecord> now);

    /** Someone who keeps texts of memories in a form of their own. */
    static Listener of(MemoryCopies copies) {
        return named("copies/" + copies.name(), (event, now) -> {
            if (event.removed() != null) {
                copies.removed(List.of(event.removed()));
            } else if (!now.isEmpty()) {
                copies.changed(now);
            }
        });
    }

    /**
     * The index, which finds what is active. A user who is cleared leaves no byte in its files; after other deletions it
     * purges by itself, once for all of some time.
     */
    static Listener of(SearchIndex index) {
        return named("index", (event, now) -> {
            if (event.userId() != null) {
                index.purge();
                return;
            }
            List<MemoryRecord> active = MemoryDocuments.findable(now);
            if (!active.isEmpty()) {
                index.put(active.stream().map(MemoryDocuments::document).toList());
            } else if (!event.memoryId().isEmpty()) {
                index.delete(event.workspaceId(), List.of(MemoryDocuments.id(event.memoryId())));
            }
        });
    }

    /** Someone who keeps what memories were made from. */
    static Listener of(EvidenceTexts texts) {
        return named("evidence/" + texts.name(), (event, now) -> {
            if (event.removed() != null && event.withEvidence()) {
                texts.forget(
                        Scope.ofWorkspace(event.workspaceId()),
                        spans(event.removed()),
                        List.of(event.removed().text()));
            } else if (event.userId() != null) {
                texts.forgetUser(new Scope(event.workspaceId(), Objects.requireNonNull(event.userId())));
            }
        });
    }

    private static List<String> spans(MemoryRecord memory) {
        Set<String> spans = new HashSet<>();
        for (Evidence evidence : memory.evidence()) {
            if (evidence.kind() == Evidence.Kind.SPAN) {
                spans.add(evidence.id());
            }
        }
        return new ArrayList<>(spans);
    }

    private static Listener named(String name, Telling telling) {
        return new Listener() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public void tell(Events.Event event, List<MemoryRecord> now) {
                telling.tell(event, now);
            }
        };
    }

    /** What is done with a change. */
    @FunctionalInterface
    interface Telling {
        void tell(Events.Event event, List<MemoryRecord> now);
    }
}
