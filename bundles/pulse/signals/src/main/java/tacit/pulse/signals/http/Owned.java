package tacit.pulse.signals.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.pulse.AutomationProfiles;

/** What of a call belongs to the workspace of its token; anything else is not there. */
final class Owned {

    private Owned() {}

    static String workspace(Call call) {
        return call.principal().scope().workspaceId();
    }

    static void known(Call call, String... names) {
        Set<String> known = Set.of(names);
        for (String name : call.query().keySet()) {
            if (!known.contains(name)) {
                throw new HttpProblem(400, "Unknown query parameter '" + name + "'");
            }
        }
    }

    /** A profile of the token's workspace. */
    static String profile(Call call, AutomationProfiles profiles, @Nullable String id) {
        if (id == null || id.isBlank()) {
            throw new HttpProblem(400, "profileId must be given");
        }
        if (profiles.find(id)
                .filter(found -> found.workspaceId().equals(workspace(call)))
                .isEmpty()) {
            throw new HttpProblem(404, "No such profile in the token's workspace");
        }
        return id;
    }
}
