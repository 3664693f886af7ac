package tacit.adapt.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;

/**
 * Notes which feedback is still to be led on, each note a document under the id of its feedback, so that it is found whatever else
 * was given since. A note is there before its feedback is, and goes after it was led on. Thread-safe.
 */
final class OpenFeedback {

    private static final String KIND = "feedback-open";

    private final StateStore states;

    OpenFeedback(StateStore states) {
        this.states = states;
    }

    void note(Scope owner, String id, String taskId) {
        states.put(owner, KIND, id, 0, "{}", List.of(taskId));
    }

    void done(Scope owner, String id) {
        states.remove(owner, KIND, id);
    }

    /** All that was noted in a workspace since a time, the first first; older notes are thrown away. */
    List<StateDocument> since(String workspaceId, Instant from) {
        Scope workspace = Scope.ofWorkspace(workspaceId);
        DocumentPages.all(states, workspace, new StateFilter(KIND, null, from, null))
                .toList()
                .forEach(old -> done(new Scope(workspaceId, old.userId()), old.key()));
        List<StateDocument> notes =
                new ArrayList<>(DocumentPages.all(states, workspace, new StateFilter(KIND, from, null, null))
                        .toList());
        Collections.reverse(notes);
        return notes;
    }
}
