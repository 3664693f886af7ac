package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.Forgetting;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Tells what would go if a user was forgotten; changes nothing. */
@Component
public final class MemoryUserResource implements HttpResource {

    private final Forgetting forgetting;

    @Activate
    public MemoryUserResource(@Reference Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public String method() {
        return "GET";
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
        return Json.reply(200, MemoryViews.report(forgetting.preview(MemoryViews.user(call))));
    }
}
