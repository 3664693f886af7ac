package tacit.pulse.mind.http;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionRun;

/** Shows a run with its evidence, hypotheses, critiques and points. */
@Component
public final class ReflectionRunResource implements HttpResource {

    private final ReflectionDesk desk;
    private final AutomationProfiles profiles;

    @Activate
    public ReflectionRunResource(@Reference ReflectionDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/reflection/runs/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        new Asked(call, Set.of());
        ReflectionRun.Whole whole = desk.run(
                        String.valueOf(call.pathParameters().get("id")))
                .orElseThrow(() -> new HttpProblem(404, "There is no run of this id"));
        Asked.visible(call, profiles, whole.run().profileId());
        return Views.reply(200, Views.whole(whole));
    }
}
