package tacit.memory.learning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Distillation;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Remembers of each run what it has given already, so that learning from it again does nothing twice and brings back nothing
 * that was forgotten since. It holds digests and counts, no words.
 */
final class Ledger {

    private static final String DONE = "done";
    private static final String TRACE = "trace";
    private static final String WRITTEN = "written";

    private final MemoryStore store;

    Ledger(MemoryStore store) {
        this.store = store;
    }

    /**
     * What a run has given.
     *
     * @param done what stands for each deed
     * @param written the ids that came of them
     */
    record Note(Set<String> done, Written written) {}

    Note of(Scope scope, String traceId) {
        Optional<MemoryRecord> record = record(scope, traceId);
        String done = record.flatMap(note -> note.attribute(DONE)).orElse("");
        Set<String> keys = new LinkedHashSet<>(done.isEmpty() ? List.of() : Arrays.asList(done.split(" ", -1)));
        return new Note(
                keys, Written.of(record.flatMap(note -> note.attribute(WRITTEN)).orElse("")));
    }

    private Optional<MemoryRecord> record(Scope scope, String traceId) {
        MemoryFilter filter =
                MemoryFilter.active(MemoryLearning.LAYER).withAttributes(new TreeMap<>(Map.of(TRACE, traceId)));
        Scope all = Scope.ofWorkspace(scope.workspaceId());
        return store.list(all, filter, PageRequest.first(1)).rows().stream().findFirst();
    }

    /** Notes what a run has given, with what came of the look at it. */
    void note(Scope scope, String traceId, @Nullable String userId, Note given, Distillation found) {
        SortedMap<String, String> attributes = counts(found);
        attributes.put(TRACE, traceId);
        attributes.put(DONE, String.join(" ", given.done()));
        if (!given.written().isEmpty()) {
            attributes.put(WRITTEN, given.written().noted());
        }
        Optional<MemoryRecord> record = record(scope, traceId);
        if (record.isPresent()) {
            Scope all = Scope.ofWorkspace(scope.workspaceId());
            store.change(all, record.get().id(), MemoryChange.NONE.withAttributes(attributes));
            return;
        }
        MemoryScope owner = userId == null ? MemoryScope.WORKSPACE : MemoryScope.ofUser(userId);
        add(scope, "run", "trace:" + traceId, owner, List.of(traceId), attributes);
    }

    /** Notes a look at several runs; one a moment is enough. */
    void noteRound(Scope scope, String at, Distillation found) {
        SortedMap<String, String> attributes = counts(found);
        attributes.put("at", at);
        MemoryScope owner = scope.user().map(MemoryScope::ofUser).orElse(MemoryScope.WORKSPACE);
        List<String> some =
                found.traces().subList(0, Math.min(20, found.traces().size()));
        add(scope, "round", "round:" + at, owner, some, attributes);
    }

    private void add(
            Scope scope,
            String kind,
            String key,
            MemoryScope owner,
            List<String> traces,
            SortedMap<String, String> attributes) {
        store.add(new MemoryDraft(
                scope.workspaceId(),
                MemoryLearning.LAYER,
                kind,
                "learning",
                "Learnt from " + (traces.size() == 1 ? "a run" : "several runs"),
                owner,
                Visibility.PRIVATE,
                TrustLane.RESULT,
                traces.stream()
                        .map(trace -> Evidence.of(Evidence.Kind.TRACE, trace))
                        .toList(),
                1,
                null,
                null,
                key,
                attributes));
    }

    private static SortedMap<String, String> counts(Distillation found) {
        return new TreeMap<>(Map.of(
                "mode", found.mode().name(),
                "status", found.status().name(),
                "traces", String.valueOf(found.traces().size()),
                "candidates", String.valueOf(found.candidates().size()),
                "accepted", String.valueOf(found.accepted()),
                "pruned", String.valueOf(found.pruned())));
    }

    /** What stands for a deed: the same for the same words in the same part. */
    static String key(Part part, Object what) {
        try {
            byte[] text = (part.word() + "\n" + what).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot find SHA-256", e);
        }
    }
}
