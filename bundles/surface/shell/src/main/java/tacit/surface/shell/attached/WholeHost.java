package tacit.surface.shell.attached;

import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;

/** Guards what concerns the whole host. */
final class WholeHost {

    private WholeHost() {}

    /** Refuses everybody but an operator of the default workspace, as the commands of the shell know every workspace. */
    static void require(Call call) {
        boolean operator = call.principal().role() == AccessRole.OPERATOR;
        if (!operator || !call.principal().scope().equals(Scope.ofDefaultWorkspace())) {
            throw new HttpProblem(403, "This concerns the whole host: it needs an operator of the default workspace");
        }
    }
}
