package tacit.surface.agents.hooks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.experiment.Arms;
import tacit.api.guard.CallHistory;
import tacit.api.guard.Guard;
import tacit.api.guard.GuardAnswer;
import tacit.api.guard.GuardQuestion;
import tacit.api.guard.ToolCall;
import tacit.api.store.Scope;

/** Asks the guard about the call of a tool that an agent is about to make. Thread-safe. */
@Component(service = ToolDecisions.class)
public final class ToolDecisions {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Guard guard;

    @Activate
    public ToolDecisions(@Reference Guard guard) {
        this.guard = guard;
    }

    GuardAnswer decide(Scope scope, HookEvent event, CallHistory history) {
        GuardQuestion question = new GuardQuestion(call(event), history);
        String unit = Arms.unit(null, scope.userId(), event.sessionId());
        return Arms.serve(arms, scope.workspaceId(), unit, () -> guard.decide(question));
    }

    ToolCall call(HookEvent event) {
        JsonNode input = event.json().path("tool_input");
        Map<String, @Nullable Object> arguments = input.isObject()
                ? mapper.convertValue(input, new TypeReference<Map<String, @Nullable Object>>() {})
                : Map.of();
        return ToolCall.of(event.tool(), arguments);
    }
}
