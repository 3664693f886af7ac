package tacit.memory.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PlaybookEntry.TrackRecord;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Counts how patterns have done: each episode and each verified use is a memory of its own, so that none is counted twice or
 * lost. What to expect is the mean of a Beta distribution that began with one success and one failure.
 */
final class TrackRecords {

    /** So many are read faster than they are counted. */
    private static final int FEW = 50;

    private final MemoryStore store;

    TrackRecords(MemoryStore store) {
        this.store = store;
    }

    TrackRecord of(Scope scope, String pattern, Instant now) {
        MemoryFilter filter = MemoryFilter.active(EpisodeRecords.LAYER)
                .withKinds(List.of(EpisodeRecords.EPISODE, EpisodeRecords.USE))
                .withAttributes(new TreeMap<>(Map.of(EpisodeRecords.PATTERN, pattern)));
        Page<MemoryRecord> newest = store.list(scope, filter, PageRequest.first(FEW));
        return newest.hasMore() ? counted(scope, filter, now) : count(newest.rows(), now);
    }

    /** Of many: nothing is read, as all that counts of an experience is its outcome and about how old it is. */
    private TrackRecord counted(Scope scope, MemoryFilter filter, Instant now) {
        long successes = 0;
        long failures = 0;
        double good = 1;
        double all = 2;
        for (Decay.Span span : Decay.spans(now)) {
            MemoryFilter then = filter.within(span.from(), span.until());
            long succeeded = count(scope, then, Outcome.SUCCESS);
            long failed = count(scope, then, Outcome.FAILURE);
            successes += succeeded;
            failures += failed;
            good += span.weight() * succeeded;
            all += span.weight() * (succeeded + failed);
        }
        return new TrackRecord(successes, failures, good / all);
    }

    private long count(Scope scope, MemoryFilter filter, Outcome outcome) {
        SortedMap<String, String> attributes = new TreeMap<>(filter.attributes());
        attributes.put(EpisodeRecords.OUTCOME, outcome.name());
        return store.list(scope, filter.withAttributes(attributes), PageRequest.first(1))
                .total();
    }

    private static TrackRecord count(List<MemoryRecord> experiences, Instant now) {
        long successes = 0;
        double good = 1;
        double all = 2;
        for (MemoryRecord experience : experiences) {
            double weight = Decay.at(now, experience.createdAt());
            all += weight;
            if (EpisodeRecords.outcome(experience) == Outcome.SUCCESS) {
                successes++;
                good += weight;
            }
        }
        return new TrackRecord(successes, experiences.size() - successes, good / all);
    }
}
