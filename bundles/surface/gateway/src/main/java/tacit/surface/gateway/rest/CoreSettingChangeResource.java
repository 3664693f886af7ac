package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import tacit.api.pulse.SettingScope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Sets a setting of the core in a scope, or with null takes it away there. */
@Component
public final class CoreSettingChangeResource implements HttpResource {

    private final ScopedSettings settings;
    private final AutomationProfiles profiles;

    @Activate
    public CoreSettingChangeResource(@Reference ScopedSettings settings, @Reference AutomationProfiles profiles) {
        this.settings = settings;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "PUT";
    }

    @Override
    public String path() {
        return "/v1/core/settings";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        try {
            Fields fields = Fields.of(Json.body(call), Set.of("scope", "id", "key", "value", "reason"));
            SettingScope scope = Fields.choice("scope", fields.text("scope", 64), SettingScope.class);
            String id = CoreScopes.id(call, profiles, scope, fields.optionalText("id", 200));
            String key = fields.text("key", 200);
            String value = value(fields);
            String reason = fields.optionalText("reason", 1_000);
            Optional<String> before = settings.set(
                    scope, id, key, value, call.principal().name(), reason == null ? "asked for over HTTP" : reason);
            Map<String, Object> answer = new LinkedHashMap<>(Map.of("key", key, "scope", Views.word(scope)));
            before.ifPresent(was -> answer.put("before", was));
            if (value != null) {
                answer.put("after", value);
            }
            return Json.reply(200, answer);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (ConcurrentModificationException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String value(Fields fields) {
        JsonNode value = fields.node().path("value");
        if (value.isMissingNode() || value.isContainerNode()) {
            throw new IllegalArgumentException("value must be a text, a number, true, false, or null to take it away");
        }
        return value.isNull() ? null : value.asText();
    }
}
