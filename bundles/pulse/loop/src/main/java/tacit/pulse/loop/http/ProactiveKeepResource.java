package tacit.pulse.loop.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
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
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.PulseDesk;

/** Keeps a task that a profile does of itself, in place of the one of its id. */
@Component
public final class ProactiveKeepResource implements HttpResource {

    private static final Set<String> FIELDS = Set.of(
            "name",
            "description",
            "category",
            "promptTemplate",
            "frequencyMinutes",
            "executionMode",
            "minSignalStrength",
            "priority",
            "enabled");

    private final PulseDesk desk;
    private final AutomationProfiles profiles;

    @Activate
    public ProactiveKeepResource(@Reference PulseDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "PUT";
    }

    @Override
    public String path() {
        return "/v1/profiles/{id}/proactive/{task}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        String profile = Own.profile(call, profiles, "id").id();
        ProactiveTask task = task(call.pathParameters().getOrDefault("task", ""), Asked.body(call, FIELDS));
        desk.proactive(profile, task, call.principal().name());
        return Asked.reply(Views.proactive(task));
    }

    private static ProactiveTask task(String id, JsonNode body) {
        try {
            return new ProactiveTask(
                    id,
                    body.path("name").asText(id),
                    body.path("description").asText(""),
                    body.path("category").asText("general"),
                    body.path("promptTemplate").asText(""),
                    body.path("frequencyMinutes").asInt(0),
                    mode(body.path("executionMode").asText("")),
                    body.path("minSignalStrength").asDouble(0),
                    body.path("priority").asInt(5),
                    body.path("enabled").asBoolean(true));
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, String.valueOf(e.getMessage()));
        }
    }

    private static ProactiveTask.@Nullable Mode mode(String word) {
        return word.isEmpty() ? null : ProactiveTask.Mode.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
