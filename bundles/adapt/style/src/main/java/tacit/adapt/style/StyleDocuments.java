package tacit.adapt.style;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;

/** Where styles lie: one document of each user, and one of the workspace. It holds no words of anybody. */
final class StyleDocuments {

    static final String KIND = "style";
    static final String KEY = "all";

    private static final int ATTEMPTS = 100;

    private final StateStore store;

    StyleDocuments(StateStore store) {
        this.store = store;
    }

    Optional<StateDocument> document(Scope owner) {
        return store.find(owner, KIND, KEY);
    }

    StyleState read(Scope owner) {
        return state(document(owner));
    }

    static StyleState state(Optional<StateDocument> document) {
        return document.map(StateDocument::content).map(StateJson::read).orElseGet(StyleState::new);
    }

    /** The style of the workspace that a scope is of. */
    StyleState workspace(Scope scope) {
        return read(Scope.ofWorkspace(scope.workspaceId()));
    }

    /** Changes what is known, and once more from the begin when somebody was quicker. */
    <T> T change(Scope owner, Function<StyleState, T> work) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<StateDocument> document = document(owner);
            StyleState state = state(document);
            T answer = work.apply(state);
            String content = StateJson.write(state);
            if (document.map(StateDocument::content).filter(content::equals).isPresent()) {
                return answer;
            }
            long version = document.map(StateDocument::version).orElse(0L);
            if (store.put(owner, KIND, KEY, version, content, List.of()).isPresent()) {
                return answer;
            }
        }
        throw new IllegalStateException("Cannot change a style: somebody else changed it " + ATTEMPTS + " times");
    }
}
