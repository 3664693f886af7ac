package tacit.panel.pulse;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;

/** Keeps what is shown and done within the workspace of who looks. */
final class Own {

    private Own() {}

    /** The workspace of somebody who sees all of it. */
    static String workspace(View view) {
        Scope scope = view.principal().scope();
        if (scope.userId() != null) {
            throw new HttpProblem(403, "This concerns the whole workspace; this token is of one user of it");
        }
        return scope.workspaceId();
    }

    /** A profile of that workspace. */
    static AutomationProfile profile(View view, @Nullable AutomationProfiles profiles, String id) {
        String workspace = workspace(view);
        return Acts.there(profiles, "keeps profiles")
                .find(id)
                .filter(profile -> profile.workspaceId().equals(workspace))
                .orElseThrow(() -> new HttpProblem(404, "There is no profile '" + id + "' in this workspace"));
    }

    /** Those of that workspace, the last changed first; none where nobody keeps them. */
    static List<AutomationProfile> profiles(View view, @Nullable AutomationProfiles profiles) {
        return profiles == null ? List.of() : profiles.list(workspace(view));
    }

    /** The profiles of that workspace to choose from, behind any. */
    static List<Map<String, Object>> choices(View view, @Nullable AutomationProfiles profiles) {
        return Stream.concat(
                        Stream.of(Map.<String, Object>of("value", "", "label", "any")),
                        profiles(view, profiles).stream()
                                .map(one -> Map.<String, Object>of("value", one.id(), "label", one.agentRoleId())))
                .toList();
    }

    /** Whether who looks answers for the whole host. */
    static boolean host(View view) {
        return view.principal().scope().equals(Scope.ofDefaultWorkspace());
    }

    /** Refuses somebody of another workspace or of one user. */
    static void needHost(View view) {
        if (!host(view)) {
            throw new HttpProblem(403, "This concerns the whole host: it needs an operator of the default workspace");
        }
    }
}
