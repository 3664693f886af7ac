package tacit.adapt.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleHistory;
import tacit.api.store.Scope;

/** Counts what the style did: of one user, or of all users of a workspace together. */
final class StyleShifts {

    private static final String KIND = "style";
    private static final Duration RECENT = Duration.ofDays(28);

    private final StateStore states;

    StyleShifts(StateStore states) {
        this.states = states;
    }

    /** The users of a workspace whose style is followed. */
    List<Scope> users(String workspace) {
        return DocumentPages.all(states, Scope.ofWorkspace(workspace), StateFilter.of(KIND))
                .map(StateDocument::userId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(user -> new Scope(workspace, user))
                .toList();
    }

    StyleHistory history(AdaptiveStyleEngine style, Scope scope, Instant now) {
        List<Scope> users = scope.userId() == null ? users(scope.workspaceId()) : List.of(scope);
        List<StyleChange> shifts = users.stream()
                .flatMap(user -> style.getAdaptationHistory(user, null, AdaptiveStyleEngine.LONGEST_HISTORY).stream())
                .filter(StyleChange::adapted)
                .toList();
        long byFeedback = shifts.stream()
                .filter(shift -> shift.reason().startsWith(StyleChange.FEEDBACK))
                .count();
        long recent = shifts.stream()
                .filter(shift -> !shift.at().isBefore(now.minus(RECENT)))
                .count();
        return new StyleHistory(shifts.size() - byFeedback, byFeedback, recent);
    }
}
