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

/** Takes the last step of a style back, and the audit log says so first. */
@Component
public final class StyleUndoResource implements HttpResource {

    private final StyleActs acts;

    @Activate
    public StyleUndoResource(@Reference AdaptiveStyleEngine style, @Reference AuditLog audit) {
        this.acts = new StyleActs(style, audit);
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/style/undo";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        return acts.done(
                call,
                "style.undo",
                Set.of(),
                "undone",
                fields -> (scope, channel, evidence) -> acts.style().undo(scope, channel));
    }
}
