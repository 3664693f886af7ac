package tacit.pulse.loop.http;

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
import tacit.api.pulse.PulseDesk;

/** Removes a task that a profile does of itself. */
@Component
public final class ProactiveRemoveResource implements HttpResource {

    private final PulseDesk desk;
    private final AutomationProfiles profiles;

    @Activate
    public ProactiveRemoveResource(@Reference PulseDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "DELETE";
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
        String task = call.pathParameters().getOrDefault("task", "");
        if (!desk.removeProactive(profile, task, call.principal().name())) {
            throw new HttpProblem(404, "There is no such task");
        }
        return Asked.reply(Map.of("removed", task));
    }
}
