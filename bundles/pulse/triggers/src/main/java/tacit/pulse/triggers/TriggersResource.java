package tacit.pulse.triggers;

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
import tacit.api.pulse.Triggers;
import tacit.api.store.Scope;

/** Tells an operator how the triggers do. */
@Component
public final class TriggersResource implements HttpResource {

    private final Triggers triggers;

    @Activate
    public TriggersResource(@Reference Triggers triggers) {
        this.triggers = triggers;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/triggers";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        if (!call.query().isEmpty()) {
            throw new HttpProblem(400, "This path takes no query");
        }
        if (!call.principal().scope().equals(Scope.ofDefaultWorkspace())) {
            throw new HttpProblem(403, "This concerns the whole host: it needs an operator of the default workspace");
        }
        return Reply.json(
                200,
                Views.json(Map.of(
                        "kinds",
                        triggers.kinds(),
                        "triggers",
                        triggers.status().stream().map(Views::status).toList())));
    }
}
