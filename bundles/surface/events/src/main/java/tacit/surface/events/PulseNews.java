package tacit.surface.events;

import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalListener;
import tacit.api.event.Events;
import tacit.api.execute.Execution;
import tacit.api.execute.ExecutionListener;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionListener;
import tacit.api.reflect.SuggestionSituation;
import tacit.api.store.Scope;

/** Tells of answers to acts and suggestions, and of work that ended. Thread-safe. */
@Component(service = {ApprovalListener.class, SuggestionListener.class, ExecutionListener.class})
public final class PulseNews implements ApprovalListener, SuggestionListener, ExecutionListener {

    private final Events events;

    @Activate
    public PulseNews(@Reference Events events) {
        this.events = events;
    }

    @Override
    public void answered(Approval approval) {
        events.tell(
                Scope.ofWorkspace(approval.request().workspaceId()),
                "approval.answered",
                approval.id(),
                Map.of(
                        "state",
                        word(approval.state()),
                        "profile",
                        approval.request().profileId()));
    }

    @Override
    public void answered(Suggestion suggestion, Suggestion.Response response, SuggestionSituation asked) {
        events.tell(
                new Scope(suggestion.draft().workspaceId(), suggestion.draft().userId()),
                "suggestion.answered",
                suggestion.id(),
                Map.of("state", word(suggestion.state()), "response", word(response)));
    }

    @Override
    public void ended(Execution execution) {
        events.tell(
                Scope.ofWorkspace(execution.brief().workspaceId()),
                "execution.ended",
                execution.id(),
                Map.of("state", word(execution.state())));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
