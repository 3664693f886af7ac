package tacit.surface.gateway.rest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.HostOperator;

/** Keeps what concerns the core within the workspace of a token, and within its user where it has one. */
final class CoreScopes {

    private CoreScopes() {}

    /** The workspace of a token that sees all of it. */
    static String workspace(Call call) {
        Scope scope = call.principal().scope();
        if (scope.userId() != null) {
            throw new HttpProblem(403, "This concerns the whole workspace, and this token is of one user");
        }
        return scope.workspaceId();
    }

    /** A profile of that workspace. */
    static AutomationProfile profile(Call call, AutomationProfiles profiles, String id) {
        String workspace = workspace(call);
        return profiles.find(id)
                .filter(profile -> profile.workspaceId().equals(workspace))
                .orElseThrow(() -> new HttpProblem(404, "No such profile in the token's workspace"));
    }

    /** For whom settings are asked. */
    static Subject subject(Call call, AutomationProfiles profiles, @Nullable String profile, @Nullable String user) {
        Scope scope = call.principal().scope();
        if (profile != null) {
            profile(call, profiles, profile);
        }
        return new Subject(scope.workspaceId(), profile, user(scope, user));
    }

    private static @Nullable String user(Scope scope, @Nullable String user) {
        if (scope.userId() != null && user != null && !user.equals(scope.userId())) {
            throw new HttpProblem(403, "This token is of another user");
        }
        return scope.userId() == null ? user : scope.userId();
    }

    /**
     * The id of a scope, as the settings know it.
     *
     * @param id a profile, or a user of the workspace; null for others
     */
    static String id(Call call, AutomationProfiles profiles, SettingScope scope, @Nullable String id) {
        if ((scope == SettingScope.PROFILE || scope == SettingScope.USER) != (id != null)) {
            throw new HttpProblem(400, "id must be given for the scopes profile and user, and for no other");
        }
        return switch (scope) {
            case ORG -> org(call);
            case WORKSPACE -> workspace(call);
            case PROFILE -> profile(call, profiles, Objects.requireNonNull(id)).id();
            case USER ->
                ScopedSettings.userId(
                        call.principal().scope().workspaceId(),
                        Objects.requireNonNull(user(call.principal().scope(), id)));
        };
    }

    private static String org(Call call) {
        HostOperator.require(call);
        return ScopedSettings.ORG_ID;
    }
}
