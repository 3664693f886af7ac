package tacit.surface.channels;

import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;

/** Guards what concerns the channels of all workspaces. */
final class HostOnly {

    private HostOnly() {}

    /** Refuses an operator of another workspace or of one user. */
    static void require(Call call) {
        if (!call.principal().scope().equals(Scope.ofDefaultWorkspace())) {
            throw new HttpProblem(403, "This concerns the whole host: it needs an operator of the default workspace");
        }
    }
}
