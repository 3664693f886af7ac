package tacit.evidence.trace;

import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Trace;

/**
 * What traces that are counted together are alike in; empty texts stand for what is not known. Immutable.
 *
 * @param startDay days since 1970 in UTC; {@link #NO_START} for a trace without a start
 */
record TallyKey(
        String workspaceId, long startDay, String outcomeLabel, String status, String harnessGeneration, String userId)
        implements Comparable<TallyKey> {

    static final long NO_START = -1;

    private static final Comparator<TallyKey> ORDER = Comparator.comparing(TallyKey::workspaceId)
            .thenComparing(TallyKey::startDay)
            .thenComparing(TallyKey::outcomeLabel)
            .thenComparing(TallyKey::status)
            .thenComparing(TallyKey::harnessGeneration)
            .thenComparing(TallyKey::userId);

    static TallyKey of(Trace trace) {
        return new TallyKey(
                trace.workspaceId(),
                day(trace.startedAt()),
                trace.outcome().label().name(),
                trace.status().name(),
                trace.harnessGeneration() == null ? "" : trace.harnessGeneration(),
                trace.userId() == null ? "" : trace.userId());
    }

    static long day(@Nullable Instant time) {
        return time == null ? NO_START : time.getEpochSecond() / TimeUnit.DAYS.toSeconds(1);
    }

    static @Nullable Instant begin(long day) {
        return day == NO_START ? null : Instant.ofEpochSecond(TimeUnit.DAYS.toSeconds(day));
    }

    @Override
    public int compareTo(TallyKey other) {
        return ORDER.compare(this, other);
    }
}
