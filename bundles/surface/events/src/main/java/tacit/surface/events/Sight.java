package tacit.surface.events;

import tacit.api.event.Event;
import tacit.api.store.Scope;

/** Which events a scope may see. Pure functions. */
final class Sight {

    private Sight() {}

    /** Those of the host, of its workspace, and where it names a user only those of that user. */
    static boolean sees(Scope scope, Event event) {
        if (event.shared()) {
            return true;
        }
        Scope whose = event.scope();
        return whose.workspaceId().equals(scope.workspaceId())
                && scope.user().map(user -> user.equals(whose.userId())).orElse(true);
    }
}
