package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.Settings;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows every setting of the host, or with {@code history=true} what changed. */
@Component
public final class SettingsResource implements HttpResource {

    private final Settings settings;

    @Activate
    public SettingsResource(@Reference Settings settings) {
        this.settings = settings;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/settings";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        HostOperator.require(call);
        Query query = Query.known(call, "pid", "history", "limit");
        if (query.truth("history", false)) {
            int limit = (int) query.whole("limit", 50, 1, 1_000);
            return Json.reply(
                    200,
                    Map.of(
                            "changes",
                            settings.history(limit).stream()
                                    .map(SettingViews::change)
                                    .toList()));
        }
        return Json.reply(
                200,
                Map.of(
                        "settings",
                        settings.list(query.text("pid")).stream()
                                .map(SettingViews::setting)
                                .toList()));
    }
}
