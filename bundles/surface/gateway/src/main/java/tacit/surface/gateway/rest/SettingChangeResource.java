package tacit.surface.gateway.rest;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.Settings;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Changes one setting of the host. */
@Component
public final class SettingChangeResource implements HttpResource {

    private final Settings settings;

    @Activate
    public SettingChangeResource(@Reference Settings settings) {
        this.settings = settings;
    }

    @Override
    public String method() {
        return "PUT";
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
        Query.none(call);
        try {
            Fields fields = Fields.of(Json.body(call), Set.of("pid", "key", "value", "reason"));
            String reason = fields.optionalText("reason", 1_000);
            return Json.reply(
                    200,
                    SettingViews.change(settings.change(
                            fields.text("pid", 500),
                            fields.text("key", 500),
                            value(fields),
                            call.principal().name(),
                            reason == null ? "asked for over HTTP" : reason)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }

    /** Null takes the setting back to its default; numbers and truths are taken as they are written. */
    private static @Nullable String value(Fields fields) {
        if (!fields.node().has("value")) {
            throw new IllegalArgumentException("value must be given; null for the default");
        }
        if (fields.node().get("value").isContainerNode()) {
            throw new IllegalArgumentException("value must be a text, a number, true, false or null");
        }
        return fields.node().get("value").isNull()
                ? null
                : fields.node().get("value").asText();
    }
}
