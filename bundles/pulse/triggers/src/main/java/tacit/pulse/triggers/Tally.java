package tacit.pulse.triggers;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerStatus.Counts;

/** How one trigger does since the host started. Thread-safe. */
final class Tally {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** How long a plan holds: another version of the bundle may have taken over since. */
    private static final Duration PLAN_HOLDS = Duration.ofSeconds(30);

    private long readings;
    private long signals;
    private long repeated;
    private long refused;
    private long failures;
    private int inARow;
    private @Nullable String problem;
    private @Nullable Instant retryAt;
    private @Nullable Instant lastIngressAt;
    private @Nullable Instant askedAt;
    private @Nullable Instant lookedAt;
    private @Nullable TriggerPlan plan;
    private @Nullable TriggerSource planned;
    private Instant planAt = Instant.EPOCH;

    /** The plan as long as it holds for a source; null when it has to be asked for. */
    synchronized @Nullable TriggerPlan plan(TriggerSource source, Instant now) {
        boolean holds = planned == source && inARow == 0 && now.isBefore(planAt.plus(PLAN_HOLDS));
        return holds ? plan : null;
    }

    /** The last one, whether it holds or not; null before the first. */
    synchronized @Nullable TriggerPlan lastPlan() {
        return plan;
    }

    synchronized void planned(TriggerSource source, TriggerPlan now, Instant at) {
        plan = now;
        planned = source;
        planAt = at;
    }

    synchronized void read(Instant at, boolean cameIn, int told) {
        inARow = 0;
        problem = null;
        retryAt = null;
        if (cameIn || told > 0) {
            readings++;
            lastIngressAt = at;
        }
        signals += told;
    }

    synchronized void repeated(Instant at) {
        repeated++;
        lastIngressAt = at;
    }

    synchronized void refused(String words) {
        refused++;
        problem = words;
    }

    /** Tried again after a time that doubles with each failure in a row. */
    synchronized void failed(Instant at, String words) {
        failures++;
        problem = words;
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(inARow, 7));
        retryAt = at.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        inARow++;
    }

    synchronized void note(@Nullable String words) {
        problem = words;
    }

    synchronized boolean waits(Instant now) {
        return retryAt != null && now.isBefore(retryAt);
    }

    synchronized boolean isFailing() {
        return inARow > 0;
    }

    synchronized @Nullable String problem() {
        return problem;
    }

    synchronized @Nullable Instant retryAt() {
        return retryAt;
    }

    synchronized @Nullable Instant lastIngressAt() {
        return lastIngressAt;
    }

    synchronized @Nullable Instant askedAt() {
        return askedAt;
    }

    synchronized void asked(Instant at) {
        askedAt = at;
    }

    synchronized @Nullable Instant lookedAt() {
        return lookedAt;
    }

    synchronized void looked(Instant at) {
        lookedAt = at;
    }

    synchronized Counts counts() {
        return new Counts(readings, signals, repeated, refused, failures);
    }
}
