package tacit.memory.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.store.Scope;
import tacit.memory.words.Tokens;

/** Sums up captures of one piece of work: a line for each, and nothing that no line stands for. Stateless. */
final class Digests {

    private static final int AT_ONCE = 10;

    private final MemoryStore store;
    private final Shelf shelf;

    Digests(MemoryStore store, Shelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    /** Sums up what waits for it; a single capture goes on to wait for others. */
    List<MemoryRecord> pass(Scope scope) {
        List<MemoryRecord> made = new ArrayList<>();
        for (List<MemoryRecord> batch : batches(scope).values()) {
            batch.sort(Comparator.comparing(MemoryRecord::createdAt).thenComparing(MemoryRecord::id));
            for (int from = 0; from + 1 < batch.size(); from += AT_ONCE) {
                List<MemoryRecord> some = stillWaiting(batch.subList(from, Math.min(batch.size(), from + AT_ONCE)));
                if (some.size() > 1) {
                    sumUp(some).ifPresent(made::add);
                }
            }
        }
        return made;
    }

    private Map<String, List<MemoryRecord>> batches(Scope scope) {
        Map<String, List<MemoryRecord>> batches = new TreeMap<>();
        shelf.eachOwn(scope, waiting(Fields.WAITING))
                .filter(record -> Fields.privacy(record) == ArchivePrivacy.NORMAL)
                .forEach(record -> batches.computeIfAbsent(batch(record), key -> new ArrayList<>())
                        .add(record));
        return batches;
    }

    /** What belongs to one user is never summed up with what belongs to another. */
    private static String batch(MemoryRecord record) {
        return record.scope().reach() + "/" + record.scope().id() + "/"
                + record.attribute(Fields.BATCH).orElse("");
    }

    private static MemoryFilter waiting(String digest) {
        return MemoryFilter.active(Fields.LAYER).withAttributes(Fields.one(Fields.DIGEST, digest));
    }

    /** As they are now: one may have been deleted or hidden since it was listed. */
    private List<MemoryRecord> stillWaiting(List<MemoryRecord> sources) {
        return now(sources).stream()
                .filter(Digests::mayBeQuoted)
                .filter(source -> source.attribute(Fields.DIGEST).orElse("").equals(Fields.WAITING))
                .toList();
    }

    private List<MemoryRecord> now(List<MemoryRecord> sources) {
        return shelf.findAll(
                Scope.ofWorkspace(sources.get(0).workspaceId()),
                sources.stream().map(MemoryRecord::id).toList());
    }

    private static boolean mayBeQuoted(MemoryRecord record) {
        return record.state() == MemoryState.ACTIVE && Fields.privacy(record) == ArchivePrivacy.NORMAL;
    }

    /** Nothing when one of them went while it was summed up: who deleted or hid it did not know of the summary yet. */
    private Optional<MemoryRecord> sumUp(List<MemoryRecord> sources) {
        MemoryRecord first = sources.get(0);
        String text = text(sources);
        String task = first.attribute(Fields.TASK).orElse(null);
        boolean oneTask = sources.stream()
                .allMatch(source -> source.attribute(Fields.TASK).orElse("").equals(task));
        Entry entry = new Entry(
                first.workspaceId(),
                first.scope(),
                oneTask ? task : null,
                ArchiveType.SUMMARY,
                text,
                Tokens.of(text),
                ArchivePrivacy.NORMAL,
                leastTrusted(sources),
                sources.stream()
                        .map(source -> Evidence.of(Evidence.Kind.MEMORY, source.id()))
                        .toList(),
                ArchiveOrigin.SYSTEM,
                null,
                null);
        MemoryRecord digest = shelf.put(entry, null).record();
        sources.forEach(source ->
                shelf.change(source, MemoryChange.NONE.withAttributes(Fields.one(Fields.DIGEST, digest.id()))));
        if (now(sources).stream().filter(Digests::mayBeQuoted).count() < sources.size()) {
            takeApart(first.workspaceId(), digest.id());
            return Optional.empty();
        }
        String ids = String.join("\n", sources.stream().map(MemoryRecord::id).toList());
        return Optional.of(shelf.change(digest, MemoryChange.NONE.withAttributes(Fields.one(Fields.SOURCES, ids))));
    }

    private static TrustLane leastTrusted(List<MemoryRecord> sources) {
        return sources.stream()
                .map(MemoryRecord::lane)
                .max(Comparator.naturalOrder())
                .orElse(TrustLane.FOREIGN);
    }

    private static String text(List<MemoryRecord> sources) {
        MemoryRecord first = sources.get(0);
        StringBuilder text = new StringBuilder("[")
                .append(Fields.origin(first).word())
                .append(" digest] ")
                .append(first.attribute(Fields.BATCH).orElse(""));
        sources.forEach(source ->
                text.append("\n- [").append(source.kind()).append("] ").append(Fields.snippet(source)));
        return text.toString();
    }

    /** A memory is gone or out of sight: the summary that it is in goes, and the others in it wait for a new one. */
    void forget(MemoryRecord record) {
        String digest = record.attribute(Fields.DIGEST).orElse(Fields.WAITING);
        if (!digest.equals(Fields.WAITING)) {
            takeApart(record.workspaceId(), digest);
        }
    }

    private void takeApart(String workspaceId, String digest) {
        Scope scope = Scope.ofWorkspace(workspaceId);
        Map<String, MemoryRecord> others = new LinkedHashMap<>();
        shelf.eachOwn(scope, waiting(digest)).forEach(other -> others.put(other.id(), other));
        others.values()
                .forEach(other -> shelf.change(
                        other, MemoryChange.NONE.withAttributes(Fields.one(Fields.DIGEST, Fields.WAITING))));
        store.delete(scope, List.of(digest), false);
    }
}
