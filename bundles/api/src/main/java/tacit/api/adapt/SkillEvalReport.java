package tacit.api.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How a draft did. Immutable.
 *
 * @param proposalId whose draft
 * @param skillId of the draft
 * @param passed whether every case passed
 * @param score the mean of the cases
 * @param cases each of them
 * @param at when
 */
public record SkillEvalReport(
        String proposalId, String skillId, boolean passed, double score, List<CaseResult> cases, Instant at) {

    /**
     * How a draft did in one case.
     *
     * @param id of the case
     * @param passed whether the score is enough, nothing is missing and nothing forbidden is there
     * @param score the share of what was expected, less 0.35 where something forbidden is there
     * @param missingSignals expected and not there
     * @param forbiddenFound there and forbidden
     * @param missingTools required and not named
     */
    public record CaseResult(
            String id,
            boolean passed,
            double score,
            List<String> missingSignals,
            List<String> forbiddenFound,
            List<String> missingTools) {

        public CaseResult {
            Objects.requireNonNull(id, "id");
            missingSignals = List.copyOf(missingSignals);
            forbiddenFound = List.copyOf(forbiddenFound);
            missingTools = List.copyOf(missingTools);
        }
    }

    public SkillEvalReport {
        Objects.requireNonNull(proposalId, "proposalId");
        Objects.requireNonNull(skillId, "skillId");
        Objects.requireNonNull(at, "at");
        cases = List.copyOf(cases);
    }
}
