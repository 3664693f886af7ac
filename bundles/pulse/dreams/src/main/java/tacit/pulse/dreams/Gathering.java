package tacit.pulse.dreams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ArchiveObservations;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.Audience;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Observation;
import tacit.api.memory.ObservationQuery;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.recall.SessionRecall;
import tacit.api.recall.TranscriptHit;
import tacit.api.recall.TranscriptQuery;
import tacit.api.reflect.DreamEntry;
import tacit.api.reflect.DreamEvidence;
import tacit.api.reflect.DreamFate;
import tacit.api.reflect.DreamingSituation;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;

/** Brings together what an owner's dream is made from, and nothing of anybody else. Stateless. */
final class Gathering {

    /** Where a dream leaves its name in the memories that come of it. */
    static final String DREAM = "dream";

    private static final int LONGEST = 2_000;
    private static final String STOCK =
            "correction changed outdated instead follow up blocked every never must noise deadline";
    private static final List<String> TALK =
            List.of("transcript_span", "task_message", "checkpoint", "workspace_markdown");

    private final Memories memories;
    private final MemoryStore store;
    private final TraceStore traces;
    private final Spans spans;

    Gathering(Memories memories, MemoryStore store, TraceStore traces, Spans spans) {
        this.memories = memories;
        this.store = store;
        this.traces = traces;
        this.spans = spans;
    }

    /**
     * For whom and why it is gathered. Immutable.
     *
     * @param owner whose evidence; null for everybody's
     * @param taskId this run's steps alone; null for the last runs
     * @param instructions what to look for; empty for what is usual
     */
    record Wish(
            String workspaceId,
            @Nullable String owner,
            @Nullable String taskId,
            String instructions,
            Instant now) {

        Scope scope() {
            return new Scope(workspaceId, owner);
        }

        Audience audience() {
            return owner == null ? new Audience(Audience.Kind.GROUP, null, null, null, false) : Audience.ofUser(owner);
        }
    }

    /** What a dream is made from; a source that fails is left out and named. */
    DreamingSituation gather(Wish wish, List<DreamFate> fates, List<String> problems) {
        List<DreamEvidence> evidence = new ArrayList<>();
        evidence.addAll(tried("observations", problems, () -> observations(wish)));
        evidence.addAll(tried("session recall", problems, () -> transcripts(wish)));
        evidence.addAll(tried("traces", problems, () -> spans.of(wish.workspaceId(), wish.owner(), wish.taskId())));
        return new DreamingSituation(
                wish.workspaceId(),
                wish.owner(),
                wish.now(),
                wish.instructions(),
                evidence,
                tried("curated memory", problems, () -> entries(wish)),
                fates);
    }

    private static <T> List<T> tried(String source, List<String> problems, Supplier<List<T>> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            problems.add(source + ": " + e.getMessage());
            return List.of();
        }
    }

    private List<DreamEvidence> observations(Wish wish) {
        ArchiveObservations archive = memories.observations;
        if (archive == null) {
            return List.of();
        }
        Map<String, Observation> found = new LinkedHashMap<>();
        for (String words : wish.instructions().isEmpty() ? List.of("") : List.of(wish.instructions(), "")) {
            archive.search(wish.scope(), query(wish, words)).forEach(one -> found.putIfAbsent(one.memoryId(), one));
        }
        return store.findAll(wish.scope(), List.copyOf(found.keySet())).stream()
                .filter(record ->
                        belongs(record, wish.owner()) && !record.attributes().containsKey(DREAM))
                .limit(DreamingSituation.MOST_OBSERVATIONS)
                .map(Gathering::evidence)
                .toList();
    }

    private static ObservationQuery query(Wish wish, String words) {
        List<ArchivePrivacy> privacy = wish.owner() == null
                ? List.of(ArchivePrivacy.NORMAL)
                : List.of(ArchivePrivacy.NORMAL, ArchivePrivacy.PRIVATE);
        return new ObservationQuery(
                wish.audience(),
                words,
                List.of(),
                List.of(),
                privacy,
                null,
                null,
                0,
                2 * DreamingSituation.MOST_OBSERVATIONS);
    }

    /** What is an owner's alone, or what everybody may see: never one for the other. */
    private static boolean belongs(MemoryRecord record, @Nullable String owner) {
        boolean personal = record.scope().reach() == Reach.USER;
        return owner == null
                ? !personal && record.visibility() != Visibility.PRIVATE
                : personal && record.scope().id().equals(owner);
    }

    private static DreamEvidence evidence(MemoryRecord record) {
        return DreamEvidence.of(
                "memory:" + record.id(),
                DreamEvidence.Kind.OBSERVATION,
                bounded(record.text(), LONGEST),
                record.createdAt(),
                record.lane());
    }

    private List<DreamEvidence> transcripts(Wish wish) {
        SessionRecall recall = memories.sessions;
        if (recall == null) {
            return List.of();
        }
        TranscriptQuery query = new TranscriptQuery(
                wish.scope(),
                wish.audience(),
                wish.instructions().isEmpty() ? STOCK : bounded(wish.instructions(), LONGEST),
                wish.taskId(),
                TALK,
                wish.now(),
                DreamingSituation.MOST_TRANSCRIPTS);
        return recall.search(query).stream()
                .filter(hit -> Objects.equals(owner(wish.workspaceId(), hit), wish.owner()))
                .map(Gathering::evidence)
                .toList();
    }

    private @Nullable String owner(String workspaceId, TranscriptHit hit) {
        String task = hit.taskId();
        return task == null
                ? null
                : traces.find(Scope.ofWorkspace(workspaceId), task)
                        .map(run -> run.trace().userId())
                        .orElse(null);
    }

    private static DreamEvidence evidence(TranscriptHit hit) {
        TreeMap<String, String> parts = new TreeMap<>();
        String task = hit.taskId();
        String place = task == null ? "file:" + hit.attributes().getOrDefault("path", "") : "trace:" + task;
        if (task != null) {
            parts.put(DreamEvidence.TRACE, task);
        }
        return new DreamEvidence(
                bounded(place + "#" + hit.id(), LONGEST_ID),
                DreamEvidence.Kind.TRANSCRIPT,
                hit.excerpt(),
                hit.at(),
                hit.lane(),
                parts);
    }

    private static final int LONGEST_ID = 800;

    private List<DreamEntry> entries(Wish wish) {
        CuratedMemory curated = memories.curated;
        if (curated == null) {
            return List.of();
        }
        return curated.list(wish.scope(), null, null, DreamingSituation.MOST_ENTRIES).stream()
                .filter(entry -> belongs(entry, wish.owner()) || belongs(entry, null))
                .map(Gathering::entry)
                .toList();
    }

    private static DreamEntry entry(MemoryRecord record) {
        return new DreamEntry(
                record.id(),
                record.attribute("target").orElse("workspace"),
                record.kind(),
                record.text(),
                record.confirmedAt(),
                record.scope().reach() != Reach.USER);
    }

    /** The users of the last runs, the latest first. */
    List<String> users(String workspaceId, int most) {
        return spans.runs(workspaceId).stream()
                .map(Trace::userId)
                .filter(Objects::nonNull)
                .map(user -> Objects.requireNonNull(user))
                .distinct()
                .limit(most)
                .toList();
    }

    static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
