package tacit.api.gate;

import java.util.Objects;

/**
 * What one case did under both arms of an experiment. Immutable.
 *
 * @param caseId names the case in the verdict; never blank
 * @param before under the baseline
 * @param after under the candidate
 */
public record PairedOutcome(String caseId, ArmOutcome before, ArmOutcome after) {

    public PairedOutcome {
        if (caseId.isBlank()) {
            throw new IllegalArgumentException("caseId must not be blank");
        }
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** A case that ran once under each arm. */
    public static PairedOutcome of(String caseId, boolean passedBefore, boolean passedAfter) {
        return new PairedOutcome(caseId, ArmOutcome.of(passedBefore), ArmOutcome.of(passedAfter));
    }

    /** Whether a larger share of its trials passed after than before: with one trial each, that it failed and now passes. */
    public boolean fixed() {
        return compare() > 0;
    }

    /** Whether a smaller share of its trials passed after than before. */
    public boolean broken() {
        return compare() < 0;
    }

    /** Whether either arm ran it more than once. */
    public boolean repeated() {
        return before.trials() > 1 || after.trials() > 1;
    }

    private int compare() {
        return Long.compare((long) after.passed() * before.trials(), (long) before.passed() * after.trials());
    }
}
