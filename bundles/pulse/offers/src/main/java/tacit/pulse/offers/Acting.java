package tacit.pulse.offers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.Dispatches;
import tacit.api.pulse.PulseRun;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDraft;

/** Makes work of suggestions. Stateless. */
final class Acting {

    private Acting() {}

    static String key(Suggestion suggestion) {
        return "suggestion:" + suggestion.id();
    }

    /** The run of its work; null when it proposes none. */
    @Nullable
    static PulseRun dispatch(
            @Nullable Dispatches dispatches, Suggestion suggestion, @Nullable String edited, @Nullable String by) {
        String action = edited == null ? suggestion.draft().action() : edited;
        if (action == null || action.isBlank()) {
            return null;
        }
        if (dispatches == null) {
            throw new IllegalStateException(
                    "Cannot act on suggestion '" + suggestion.id() + "': nothing dispatches work in this host");
        }
        Dispatches.Answer answer = dispatches.dispatch(order(suggestion, action, by));
        if (answer.run() == null) {
            throw new IllegalStateException("Cannot act on suggestion '" + suggestion.id() + "': " + answer.reason());
        }
        return answer.run();
    }

    private static DispatchOrder order(Suggestion suggestion, String action, @Nullable String by) {
        SuggestionDraft draft = suggestion.draft();
        return new DispatchOrder(
                key(suggestion),
                draft.profileId(),
                draft.workspaceId(),
                draft.userId(),
                "suggestion",
                DispatchOrder.TASK,
                draft.targetKey() == null ? "workspace:" + draft.workspaceId() : draft.targetKey(),
                draft.title(),
                action,
                draft.whyNow(),
                draft.evidence().isEmpty() ? List.of(key(suggestion)) : draft.evidence(),
                null,
                draft.traceId(),
                by,
                Map.of("objective", draft.title()));
    }
}
