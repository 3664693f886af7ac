package tacit.api.gate;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Judges candidates by what the same cases did under the baseline and under the candidate, without changing either.
 *
 * <p>FAIL when the candidate is significantly worse, breaks significantly more of what passed than the budget allows,
 * breaks a protected case, or costs significantly more than the cost budget allows. PASS when it is significantly better
 * and does not fail. INCONCLUSIVE otherwise; without cases always. A pure function: equal arguments, equal verdicts.
 * Thread-safe.
 */
@ProviderType
public interface Gate {

    /**
     * Judges one candidate.
     *
     * @param outcomes one per case
     * @throws IllegalArgumentException when a case appears twice
     */
    Verdict judge(List<PairedOutcome> outcomes, GateSettings settings);

    /**
     * Judges candidates that compete for the same place: the more there are, the surer each has to be, so that the
     * chance of any wrong PASS among them stays at alpha (Holm).
     *
     * @param rivals the outcomes of each candidate against the same baseline
     * @return one verdict per candidate, in order
     * @throws IllegalArgumentException when a case appears twice for one candidate
     */
    List<Verdict> judgeRivals(List<List<PairedOutcome>> rivals, GateSettings settings);
}
