package tacit.panel.people;

import tacit.api.http.HttpProblem;
import tacit.api.page.View;
import tacit.api.store.Scope;

/** Whose things a page shows: the user's that it names, or everybody's. */
final class Whose {

    private Whose() {}

    /** The scope that is asked for; a token of one user sees that user's alone. */
    static Scope of(View view) {
        Scope own = view.principal().scope();
        String named = view.parameter("user").orElse(own.userId());
        if (own.userId() != null && !own.userId().equals(named)) {
            throw new HttpProblem(403, "This token is of another user");
        }
        return new Scope(own.workspaceId(), named);
    }
}
