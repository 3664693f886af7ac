package tacit.memory.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PlaybookEntry.TrackRecord;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Counts how patterns have done: each episode and each verified use is a memory of its own, so that none is counted twice or
 * lost. What to expect is the mean of a Beta distribution that began with one success and one failure.
 */
final class TrackRecords {

    private final MemoryStore store;

    TrackRecords(MemoryStore store) {
        this.store = store;
    }

    TrackRecord of(Scope scope, String pattern, Instant now) {
        MemoryFilter filter = MemoryFilter.active(EpisodeRecords.LAYER)
                .withKinds(List.of(EpisodeRecords.EPISODE, EpisodeRecords.USE))
                .withAttributes(new TreeMap<>(Map.of(EpisodeRecords.PATTERN, pattern)));
        return count(
                store.list(scope, filter, PageRequest.first(PageRequest.MAX_LIMIT))
                        .rows(),
                now);
    }

    static TrackRecord count(List<MemoryRecord> experiences, Instant now) {
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
