package tacit.surface.gateway.rest;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditFilter;
import tacit.api.access.AuditSearch;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists the audit log, newest first. */
@Component
public final class AuditResource implements HttpResource {

    private final AuditSearch audit;

    @Activate
    public AuditResource(@Reference AuditSearch audit) {
        this.audit = audit;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/audit";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        HostOperator.require(call);
        Query query = Query.paged(call, "actor", "action", "subject", "since");
        AuditFilter filter =
                new AuditFilter(query.text("actor"), query.text("action"), query.text("subject"), query.time("since"));
        return Json.reply(200, Views.page(audit.find(filter, query.page()), Views::audit));
    }
}
