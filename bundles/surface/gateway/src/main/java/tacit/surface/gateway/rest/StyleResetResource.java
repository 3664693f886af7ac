package tacit.surface.gateway.rest;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Goes back to the baseline of a style and forgets what was observed; the audit log says so first. */
@Component
public final class StyleResetResource implements HttpResource {

    private final StyleActs acts;

    @Activate
    public StyleResetResource(@Reference AdaptiveStyleEngine style, @Reference AuditLog audit) {
        this.acts = new StyleActs(style, audit);
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/style/reset";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        return acts.done(call, "style.reset", Set.of(), "changes", fields -> acts.style()::reset);
    }
}
