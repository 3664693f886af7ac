package tacit.pulse.loop.http;

import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;
import tacit.api.store.Scope;

/** What a caller may see: its own workspace, and that only as a whole. */
final class Own {

    private Own() {}

    static String workspace(Call call) {
        Scope scope = call.principal().scope();
        if (scope.userId() != null) {
            throw new HttpProblem(403, "This concerns a whole workspace: it needs a token without a user");
        }
        return scope.workspaceId();
    }

    static AutomationProfile profile(Call call, AutomationProfiles profiles, String parameter) {
        String workspace = workspace(call);
        return profiles.find(call.pathParameters().getOrDefault(parameter, ""))
                .filter(profile -> profile.workspaceId().equals(workspace))
                .orElseThrow(() -> new HttpProblem(404, "There is no such profile"));
    }

    static PulseRun run(Call call, PulseDesk desk) {
        String workspace = workspace(call);
        return desk.run(call.pathParameters().getOrDefault("id", ""))
                .filter(run -> workspace.equals(run.workspaceId()))
                .orElseThrow(() -> new HttpProblem(404, "There is no such run"));
    }
}
