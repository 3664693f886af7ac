package tacit.api.autonomy;

import java.util.List;
import java.util.Objects;

/**
 * What an automated task may do by itself. Immutable.
 *
 * @param autonomousMode whether it works without a person at all
 * @param autoApproveTypes what it does without asking
 * @param allowUserInput whether it may ask its user
 * @param humanInputPolicy {@code none} or {@code inbox}: where its questions go
 * @param pauseForRequiredDecision whether it waits for an answer
 * @param requireWorktree whether it changes code only in a tree of its own
 * @param capabilities what it may do at all
 * @param layers which layer said what, the lowest first, for people
 */
public record AgentConfig(
        boolean autonomousMode,
        List<ApprovalType> autoApproveTypes,
        boolean allowUserInput,
        String humanInputPolicy,
        boolean pauseForRequiredDecision,
        boolean requireWorktree,
        List<Capability> capabilities,
        List<String> layers) {

    public AgentConfig {
        Objects.requireNonNull(humanInputPolicy, "humanInputPolicy");
        autoApproveTypes = List.copyOf(autoApproveTypes);
        capabilities = List.copyOf(capabilities);
        layers = List.copyOf(layers);
    }
}
