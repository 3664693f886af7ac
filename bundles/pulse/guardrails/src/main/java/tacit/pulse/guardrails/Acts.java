package tacit.pulse.guardrails;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.Capability;

/** What an act needs, and what it is, by its details. Pure. */
public final class Acts {

    /** Details that hold what a shell runs. */
    static final List<String> COMMANDS = List.of("command", "cmd", "script", "shell", "code", "args", "argv", "input");

    /** Details that hold a path. */
    static final List<String> PATHS = List.of("path", "paths", "file", "target", "destination", "to");

    private static final Map<ApprovalType, String> TOOLS = Map.of(
            ApprovalType.RUN_COMMAND, "run_command",
            ApprovalType.NETWORK_ACCESS, "web_fetch",
            ApprovalType.DATA_EXPORT, "http_request",
            ApprovalType.DELETE_FILE, "delete_file",
            ApprovalType.DELETE_MULTIPLE, "delete_file",
            ApprovalType.READ, "read_file",
            ApprovalType.WRITE, "write_file");

    private Acts() {}

    /** What an automation must be able to do for it; empty where no set of capabilities says anything. */
    public static Optional<Capability> needed(ActionRequest request) {
        if (request.type() != ApprovalType.LOCATION && Exports.isExport(request) && !isCommand(request)) {
            return Optional.of(Capability.EXPORT);
        }
        return switch (request.type()) {
            case RUN_COMMAND -> Optional.of(Capability.SHELL);
            case EXTERNAL_SERVICE -> Optional.of(Capability.EXTERNAL);
            case NETWORK_ACCESS -> Optional.of(Capability.NETWORK);
            case DATA_EXPORT -> Optional.of(Capability.EXPORT);
            case COMPUTER_USE -> Optional.of(Capability.COMPUTER);
            case DELETE_FILE, DELETE_MULTIPLE -> Optional.of(Capability.DELETE);
            case BULK_RENAME, WRITE, CODE_CHANGE -> Optional.of(Capability.WRITE);
            case READ -> Optional.of(Capability.READ);
            case DISPATCH -> Optional.of(Capability.DISPATCH);
            case NOTIFY -> Optional.of(Capability.NOTIFY);
            case LOCATION -> Optional.empty();
        };
    }

    /** The name of its tool; of what has none that of its action. */
    public static String tool(ActionRequest request) {
        String named = detail(request, "tool");
        String usual = TOOLS.getOrDefault(request.type(), request.action());
        return (named.isBlank() ? usual : named).toLowerCase(Locale.ROOT);
    }

    /** Whether nothing changes by it: it reads, or it tells a person. */
    public static boolean changesNothing(ActionRequest request) {
        return (request.type() == ApprovalType.READ || request.type() == ApprovalType.NOTIFY)
                && !Exports.isExport(request);
    }

    /** Whether it leads out of the workspace by a path. */
    public static boolean leavesWorkspace(ActionRequest request) {
        return PATHS.stream()
                .map(name -> detail(request, name))
                .flatMap(String::lines)
                .anyMatch(Acts::isOutside);
    }

    private static boolean isOutside(String path) {
        String normal = ProtectedPaths.normal(PlainText.of(path));
        return normal.startsWith("/") || normal.startsWith("..") || normal.matches("(?s)[A-Za-z]:.*|\\$.*");
    }

    static boolean isCommand(ActionRequest request) {
        return request.type() == ApprovalType.RUN_COMMAND;
    }

    static String detail(ActionRequest request, String name) {
        return request.details().getOrDefault(name, "");
    }
}
