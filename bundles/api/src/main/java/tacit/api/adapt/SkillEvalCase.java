package tacit.api.adapt;

import java.util.List;
import java.util.Objects;

/**
 * What a draft has to say for one request, and what it must not. Immutable.
 *
 * @param id its name in the report
 * @param prompt the request
 * @param expectedSignals words that have to stand in the draft
 * @param forbiddenSignals words that must not
 * @param requiredTools tools that the proposal has to name
 */
public record SkillEvalCase(
        String id,
        String prompt,
        List<String> expectedSignals,
        List<String> forbiddenSignals,
        List<String> requiredTools) {

    public SkillEvalCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(prompt, "prompt");
        expectedSignals = List.copyOf(expectedSignals);
        forbiddenSignals = List.copyOf(forbiddenSignals);
        requiredTools = List.copyOf(requiredTools);
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
    }
}
