package tacit.pulse.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.ApprovalType;
import tacit.api.guard.GuardAnswer;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.ToolCall;
import tacit.api.guard.ToolRole;
import tacit.learn.conditions.ToolRoles;
import tacit.pulse.guardrails.Finding;
import tacit.pulse.guardrails.Guardrails;

/** What no rule and no setting may allow, for a call of any agent's tool. Pure. */
final class HardLimits {

    private static final Set<String> COMMANDS = Set.of("command", "cmd", "script", "shell", "argv");
    private static final Set<String> FILE_NAMES =
            Set.of("file_path", "filepath", "filename", "file_name", "notebook_path");
    private static final Pattern REMOVES = Pattern.compile("(?i)(^|[^a-z])(delete|remove|unlink|rm|trash)([^a-z]|$)");

    private HardLimits() {}

    /** The answer that they demand; empty where they have nothing to say. */
    static Optional<GuardAnswer> check(ToolCall call) {
        return Guardrails.check(request(call)).map(HardLimits::answer);
    }

    private static GuardAnswer answer(Finding finding) {
        GuardEffect effect = finding.certain() ? GuardEffect.DENY : GuardEffect.ASK;
        return new GuardAnswer(effect, finding.reason(), "hard." + finding.rule());
    }

    private static ActionRequest request(ToolCall call) {
        Map<String, String> details = new HashMap<>();
        call.arguments().forEach((name, value) -> {
            String known = name.toLowerCase(Locale.ROOT);
            details.merge(FILE_NAMES.contains(known) ? "path" : known, text(value), (one, other) -> one + "\n" + other);
        });
        return new ActionRequest(
                "guard",
                "guard",
                "guard",
                null,
                "tool:" + call.tool(),
                type(call, details.keySet()),
                call.tool(),
                call.tool(),
                details,
                null,
                List.of());
    }

    private static ApprovalType type(ToolCall call, Set<String> names) {
        if (names.stream().anyMatch(COMMANDS::contains)) {
            return ApprovalType.RUN_COMMAND;
        }
        if (REMOVES.matcher(call.tool()).find()) {
            return ApprovalType.DELETE_FILE;
        }
        return ToolRoles.of(call) == ToolRole.WRITE ? ApprovalType.WRITE : ApprovalType.READ;
    }

    /** Words of a list are those of one command. */
    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(HardLimits::text).collect(Collectors.joining(" "));
        }
        return value == null ? "" : value.toString();
    }
}
