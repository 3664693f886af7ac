package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingScope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows settings of the core as they count, or with {@code history=true} what changed in a scope. */
@Component
public final class CoreSettingsResource implements HttpResource {

    private final ScopedSettings settings;
    private final AutomationProfiles profiles;

    @Activate
    public CoreSettingsResource(@Reference ScopedSettings settings, @Reference AutomationProfiles profiles) {
        this.settings = settings;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/core/settings";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "profile", "user", "prefix", "history", "scope", "id", "limit");
        if (query.truth("history", false)) {
            return Json.reply(200, Map.of("changes", changes(call, query)));
        }
        Subject subject = CoreScopes.subject(call, profiles, query.text("profile"), query.text("user"));
        String prefix = query.text("prefix");
        return Json.reply(
                200,
                Map.of(
                        "settings",
                        settings.all(subject).stream()
                                .filter(setting ->
                                        prefix == null || setting.key().startsWith(prefix))
                                .map(AutomationViews::setting)
                                .toList()));
    }

    private List<Map<String, Object>> changes(Call call, Query query) {
        SettingScope scope = query.choice("scope", SettingScope.class);
        if (scope == null) {
            throw new HttpProblem(400, "scope must be given with history");
        }
        String id = CoreScopes.id(call, profiles, scope, query.text("id"));
        return settings.history(scope, id, (int) query.whole("limit", 50, 1, 1_000)).stream()
                .map(AutomationViews::change)
                .toList();
    }
}
