package tacit.pulse.guardrails;

import static tacit.api.autonomy.Capability.DISPATCH;
import static tacit.api.autonomy.Capability.EXPORT;
import static tacit.api.autonomy.Capability.EXTERNAL;
import static tacit.api.autonomy.Capability.NETWORK;
import static tacit.api.autonomy.Capability.NOTIFY;
import static tacit.api.autonomy.Capability.READ;
import static tacit.api.autonomy.Capability.SHELL;
import static tacit.api.autonomy.Capability.WRITE;

import java.util.List;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.AutonomyPreset;
import tacit.api.autonomy.Capability;
import tacit.api.autonomy.PermissionMode;

/** What each preset gives; what is not named is denied, and to delete or to use the computer is never given unasked. Pure. */
public final class Presets {

    private Presets() {}

    /** What somebody may be asked for at all. */
    public static List<Capability> capabilities(AutonomyPreset preset) {
        return switch (preset) {
            case MANUAL, FOUNDER_EDGE -> List.of(READ, WRITE, SHELL, NETWORK, EXTERNAL, EXPORT, DISPATCH, NOTIFY);
            case SAFE_AUTONOMY -> List.of(READ, WRITE, NETWORK, EXPORT, DISPATCH, NOTIFY);
        };
    }

    /** What is done without asking, beside what the mode allows. */
    public static List<ApprovalType> autoApprove(AutonomyPreset preset) {
        return preset == AutonomyPreset.FOUNDER_EDGE ? List.of(ApprovalType.RUN_COMMAND) : List.of();
    }

    /** What counts where no rule says anything, unless a mode is set. */
    public static PermissionMode mode(AutonomyPreset preset) {
        return switch (preset) {
            case MANUAL -> PermissionMode.DEFAULT;
            case SAFE_AUTONOMY -> PermissionMode.ACCEPT_EDITS;
            case FOUNDER_EDGE -> PermissionMode.DANGEROUS_ONLY;
        };
    }
}
