package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.Forgetting;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Forgets a user in every place, and purges; the audit log says so first. */
@Component
public final class MemoryUserForgetResource implements HttpResource {

    private final Forgetting forgetting;

    @Activate
    public MemoryUserForgetResource(@Reference Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/v1/memory/users/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        try {
            return Json.reply(
                    200,
                    MemoryViews.report(forgetting.forget(
                            MemoryViews.user(call), call.principal().name())));
        } catch (IllegalStateException e) {
            throw new HttpProblem(503, String.valueOf(e.getMessage()));
        }
    }
}
