package tacit.surface.gateway.rest.reply;

import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;

/** Guards what concerns the whole host: its audit log and its commands know every workspace. */
public final class HostOperator {

    private HostOperator() {}

    /** Refuses an operator of another workspace or of one user. */
    public static void require(Call call) {
        if (!call.principal().scope().equals(Scope.ofDefaultWorkspace())) {
            throw new HttpProblem(403, "This concerns the whole host: it needs an operator of the default workspace");
        }
    }
}
