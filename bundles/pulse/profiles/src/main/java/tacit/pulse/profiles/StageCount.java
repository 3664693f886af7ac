package tacit.pulse.profiles;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;

/** What a stage did since the host started. Thread-safe. */
final class StageCount {

    private static final int MOST_REASONS = 20;
    private static final int LONGEST_REASON = 300;

    private final Redactor redactor;
    private final Object lock = new Object();
    private final Deque<String> reasons = new ArrayDeque<>();
    private long runs;
    private long products;
    private int dryRuns;
    private @Nullable Instant lastRunAt;

    StageCount(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Answers how many runs in a row have produced nothing. */
    int ran(int made, List<String> whyNot, Instant now) {
        List<String> clean = whyNot.subList(Math.max(0, whyNot.size() - MOST_REASONS), whyNot.size()).stream()
                .map(this::bounded)
                .toList();
        synchronized (lock) {
            runs++;
            products += made;
            dryRuns = made > 0 ? 0 : Math.min(dryRuns + 1, Integer.MAX_VALUE - 1);
            lastRunAt = now;
            clean.forEach(reasons::addFirst);
            while (reasons.size() > MOST_REASONS) {
                reasons.removeLast();
            }
            return dryRuns;
        }
    }

    private String bounded(String reason) {
        String clean = redactor.redact(reason).text();
        return clean.length() <= LONGEST_REASON ? clean : clean.substring(0, LONGEST_REASON - 1) + "…";
    }

    CoreSwitches.Status status(CoreStage stage, String why) {
        synchronized (lock) {
            return new CoreSwitches.Status(
                    stage, why.isEmpty(), why, runs, products, dryRuns, List.copyOf(reasons), lastRunAt);
        }
    }
}
