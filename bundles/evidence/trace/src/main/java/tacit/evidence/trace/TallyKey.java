package tacit.evidence.trace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Trace;

/**
 * What traces that are counted together are alike in; empty texts stand for what is not known. Immutable.
 *
 * @param startDay days since 1970 in UTC; {@link #NO_START} for a trace without a start
 */
record TallyKey(
        String workspaceId, String userId, long startDay, String outcomeLabel, String status, String harnessGeneration)
        implements Comparable<TallyKey> {

    static final long NO_START = -1;

    /** In place of a user: the traces of all of them, and of none. */
    static final String EVERYBODY = "";

    private static final Comparator<TallyKey> ORDER = Comparator.comparing(TallyKey::workspaceId)
            .thenComparing(TallyKey::userId)
            .thenComparing(TallyKey::startDay)
            .thenComparing(TallyKey::outcomeLabel)
            .thenComparing(TallyKey::status)
            .thenComparing(TallyKey::harnessGeneration);

    /** Those under which a trace counts: with everybody's, and with those of its user. */
    static List<TallyKey> of(Trace trace) {
        TallyKey everybody = of(trace, EVERYBODY);
        return trace.userId() == null ? List.of(everybody) : List.of(everybody, of(trace, trace.userId()));
    }

    private static TallyKey of(Trace trace, String userId) {
        return new TallyKey(
                trace.workspaceId(),
                userId,
                day(trace.startedAt()),
                trace.outcome().label().name(),
                trace.status().name(),
                trace.harnessGeneration() == null ? "" : trace.harnessGeneration());
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
