package tacit.api.autonomy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a role says of its autonomy; what it leaves open comes from the preset. Immutable.
 *
 * @param preset the layer beneath
 * @param autoApprove types that it does without asking; null to leave it open, empty for none
 * @param allowUserInput null to leave it open
 * @param requireWorktree null to leave it open
 * @param capabilities what it may do at all, such as {@code shell}; null for those of the preset
 */
public record AutonomyRequest(
        AutonomyPreset preset,
        @Nullable List<ApprovalType> autoApprove,
        @Nullable Boolean allowUserInput,
        @Nullable Boolean requireWorktree,
        @Nullable List<Capability> capabilities) {

    public AutonomyRequest {
        Objects.requireNonNull(preset, "preset");
        autoApprove = autoApprove == null ? null : List.copyOf(autoApprove);
        capabilities = capabilities == null ? null : List.copyOf(capabilities);
    }
}
