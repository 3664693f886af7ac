package tacit.runtime.itest.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.guard.CallHistory;
import tacit.api.guard.CallStep;
import tacit.api.guard.Guard;
import tacit.api.guard.GuardQuestion;
import tacit.api.guard.ToolCall;

/** Whether a call of a tool may be made. */
final class GuardScenes {

    private GuardScenes() {}

    static void guard(Guard guard) {
        Map<String, @Nullable Object> arguments = new HashMap<>();
        arguments.put("order_id", "W1001");
        arguments.put("items", List.of(1, Map.of("name", "lamp")));
        arguments.put("note", null);
        ToolCall cancel = ToolCall.of("cancel_order", arguments);
        guard.decide(new GuardQuestion(cancel, CallHistory.EMPTY));
        guard.decide(new GuardQuestion(
                cancel, new CallHistory(List.of(CallStep.user("Cancel W1001"), CallStep.result(cancel, "done")))));
        guard.decide(new GuardQuestion(ToolCall.of("run", Map.of("command", "sudo rm -rf /")), CallHistory.EMPTY));
    }
}
