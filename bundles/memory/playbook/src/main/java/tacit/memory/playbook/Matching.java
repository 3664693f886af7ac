package tacit.memory.playbook;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookMatch;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Finds the episodes that are about a task: those that share enough with it, or none. */
final class Matching {

    private final MemoryStore store;
    private final TrackRecords records;
    private final double least;
    private final int scanned;

    /**
     * Looks at a store.
     *
     * @param least how relevant an episode has to be
     * @param scanned how many of the newest are looked at
     */
    Matching(MemoryStore store, double least, int scanned) {
        this.store = store;
        this.records = new TrackRecords(store);
        this.least = least;
        this.scanned = scanned;
    }

    private record Candidate(MemoryRecord record, double relevance, double decay) {

        double score() {
            return relevance * decay;
        }
    }

    List<PlaybookMatch> relevant(Scope scope, Audience audience, String task, int most, Instant now) {
        Relevance relevance = new Relevance(task);
        Set<String> shown = new HashSet<>();
        MemoryFilter filter = MemoryFilter.active(EpisodeRecords.LAYER).withKinds(List.of(EpisodeRecords.EPISODE));
        return store.list(scope, filter, PageRequest.first(scanned)).rows().stream()
                .filter(record -> isSeen(record, audience))
                .map(record -> candidate(record, relevance, now))
                .filter(candidate -> candidate.relevance() >= least)
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
                        .thenComparing(candidate -> candidate.record().createdAt(), Comparator.reverseOrder())
                        .thenComparing(candidate -> candidate.record().id()))
                .filter(candidate -> shown.add(likeness(candidate.record())))
                .limit(most)
                .map(candidate -> match(scope, candidate, now))
                .toList();
    }

    PlaybookEntry entry(Scope scope, MemoryRecord record, Instant now) {
        String pattern = EpisodeRecords.required(record, EpisodeRecords.PATTERN);
        return new PlaybookEntry(
                record.id(),
                EpisodeRecords.episode(record),
                EpisodeRecords.category(record),
                pattern,
                records.of(scope, pattern, now),
                record.createdAt(),
                record.updatedAt());
    }

    private static Candidate candidate(MemoryRecord record, Relevance relevance, Instant now) {
        PlaybookEpisode episode = EpisodeRecords.episode(record);
        return new Candidate(
                record, relevance.of(episode.goal(), episode.request()), Decay.at(now, record.confirmedAt()));
    }

    private PlaybookMatch match(Scope scope, Candidate candidate, Instant now) {
        return new PlaybookMatch(
                entry(scope, candidate.record(), now), candidate.score(), candidate.relevance(), candidate.decay());
    }

    /** The same goal with the same outcome is said once. */
    private static String likeness(MemoryRecord record) {
        return EpisodeRecords.required(record, EpisodeRecords.PATTERN) + EpisodeRecords.outcome(record);
    }

    // What is private and belongs to nobody is shown to nobody.
    private static boolean isSeen(MemoryRecord record, Audience audience) {
        boolean owned = record.scope().reach() == Reach.USER;
        return audience.maySee(record.visibility())
                && (owned ? record.scope().id().equals(audience.userId()) : record.visibility() != Visibility.PRIVATE);
    }
}
