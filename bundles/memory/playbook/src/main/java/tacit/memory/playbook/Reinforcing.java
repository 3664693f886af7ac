package tacit.memory.playbook;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookUse;
import tacit.api.store.Scope;

/** Counts the use of an entry: once for each run, and never a failure as a success. */
final class Reinforcing {

    private final MemoryStore store;

    Reinforcing(MemoryStore store) {
        this.store = store;
    }

    /**
     * Counts a use of the entries.
     *
     * @param refused is told why an entry was not counted, by its id
     * @return the entries that were
     */
    List<MemoryRecord> count(Scope scope, PlaybookUse use, Map<String, String> refused, Instant now) {
        return new LinkedHashSet<>(use.entryIds())
                .stream()
                        .flatMap(id -> {
                            Optional<MemoryRecord> entry = store.find(scope, id)
                                    .filter(record -> record.kind().equals(EpisodeRecords.EPISODE)
                                            && record.layer().equals(EpisodeRecords.LAYER));
                            String refusal = entry.map(record -> count(scope, record, use, now))
                                    .orElse("the playbook does not have it");
                            if (!refusal.isEmpty()) {
                                refused.put(id, refusal);
                            }
                            return refusal.isEmpty() ? entry.stream() : Optional.<MemoryRecord>empty().stream();
                        })
                        .toList();
    }

    /** Answers why it was not counted; empty when it was. */
    private String count(Scope scope, MemoryRecord entry, PlaybookUse use, Instant now) {
        boolean good = use.outcome() == Outcome.SUCCESS;
        if (good && EpisodeRecords.outcome(entry) == Outcome.FAILURE) {
            return "a failure is not strengthened by a success";
        }
        MemoryStore.Stored count = store.add(draft(entry, use));
        if (!count.added()) {
            return corrected(scope, count.record(), use) ? "" : "the run was counted before";
        }
        store.used(scope, List.of(entry.id()));
        if (good) {
            store.change(scope, entry.id(), MemoryChange.NONE.confirmed(now, entry.confidence()));
        }
        return "";
    }

    /** Whoever judges a run later knows better: it counts as they say, and still once. */
    private boolean corrected(Scope scope, MemoryRecord count, PlaybookUse use) {
        if (EpisodeRecords.outcome(count) == use.outcome()) {
            return false;
        }
        store.change(
                scope,
                count.id(),
                MemoryChange.NONE
                        .withText(
                                text(use),
                                key(count.attribute(EpisodeRecords.ENTRY).orElse(""), use))
                        .withAttributes(new TreeMap<>(
                                Map.of(EpisodeRecords.OUTCOME, use.outcome().name())))
                        .withEvidence(use.evidence()));
        return true;
    }

    private static String key(String entryId, PlaybookUse use) {
        return "use:" + entryId + ":" + use.taskId();
    }

    private static String text(PlaybookUse use) {
        return use.outcome() == Outcome.SUCCESS ? "Used with success" : "Used without success";
    }

    private static MemoryDraft draft(MemoryRecord entry, PlaybookUse use) {
        return new MemoryDraft(
                entry.workspaceId(),
                EpisodeRecords.LAYER,
                EpisodeRecords.USE,
                entry.subject(),
                text(use),
                entry.scope(),
                entry.visibility(),
                entry.lane(),
                use.evidence(),
                1,
                null,
                null,
                key(entry.id(), use),
                new TreeMap<>(Map.of(
                        EpisodeRecords.ENTRY, entry.id(),
                        EpisodeRecords.TASK, use.taskId(),
                        EpisodeRecords.OUTCOME, use.outcome().name(),
                        EpisodeRecords.PATTERN, EpisodeRecords.required(entry, EpisodeRecords.PATTERN))));
    }
}
