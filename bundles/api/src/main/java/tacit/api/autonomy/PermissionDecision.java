package tacit.api.autonomy;

import java.util.List;
import java.util.Objects;

/**
 * What is said to an act, and why. Immutable.
 *
 * @param effect what is said
 * @param posture in a word: {@code guardrail}, {@code capability}, {@code location}, {@code export}, {@code rule}, {@code auto_approve},
 *     {@code earned}, {@code mode}, {@code denials}
 * @param rule the rule that decided: its id, or a word that does not change
 * @param reason for people
 * @param persistence for which an answer may be kept: once, session, workspace, profile
 */
public record PermissionDecision(
        PermissionEffect effect, String posture, String rule, String reason, List<String> persistence) {

    public PermissionDecision {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(posture, "posture");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(reason, "reason");
        persistence = List.copyOf(persistence);
    }
}
