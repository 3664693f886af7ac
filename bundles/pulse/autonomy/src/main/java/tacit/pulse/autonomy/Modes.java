package tacit.pulse.autonomy;

import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionMode;
import tacit.pulse.guardrails.Acts;

/** What modes say where no rule says anything. */
final class Modes {

    private Modes() {}

    static PermissionEffect effect(PermissionMode mode, ActionRequest request) {
        if (Acts.changesNothing(request) && !(mode == PermissionMode.ACCEPT_EDITS && leaves(request))) {
            return PermissionEffect.ALLOW;
        }
        return switch (mode) {
            case DEFAULT -> PermissionEffect.ASK;
            case PLAN -> PermissionEffect.DENY;
            case ACCEPT_EDITS -> asked(isBeyondEdits(request));
            case DANGEROUS_ONLY -> asked(isDangerous(request));
            case DONT_ASK, BYPASS_PERMISSIONS -> PermissionEffect.ALLOW;
        };
    }

    private static PermissionEffect asked(boolean asks) {
        return asks ? PermissionEffect.ASK : PermissionEffect.ALLOW;
    }

    private static boolean isBeyondEdits(ActionRequest request) {
        return leaves(request)
                || switch (request.type()) {
                    case WRITE, READ, NOTIFY, NETWORK_ACCESS, BULK_RENAME -> false;
                    case RUN_COMMAND,
                            EXTERNAL_SERVICE,
                            DATA_EXPORT,
                            COMPUTER_USE,
                            DELETE_FILE,
                            DELETE_MULTIPLE,
                            LOCATION,
                            DISPATCH,
                            CODE_CHANGE -> true;
                };
    }

    private static boolean leaves(ActionRequest request) {
        return Acts.leavesWorkspace(request) || isForeign(request);
    }

    /** Whether a server of somebody else does it. */
    private static boolean isForeign(ActionRequest request) {
        return !request.details().getOrDefault("server", "").isBlank();
    }

    private static boolean isDangerous(ActionRequest request) {
        return isForeign(request)
                || switch (request.type()) {
                    case WRITE, READ, NOTIFY, NETWORK_ACCESS, BULK_RENAME, DISPATCH -> false;
                    case RUN_COMMAND -> !SafeCommands.isSafe(request.details().getOrDefault("command", ""));
                    case EXTERNAL_SERVICE,
                            DATA_EXPORT,
                            COMPUTER_USE,
                            DELETE_FILE,
                            DELETE_MULTIPLE,
                            LOCATION,
                            CODE_CHANGE -> true;
                };
    }
}
