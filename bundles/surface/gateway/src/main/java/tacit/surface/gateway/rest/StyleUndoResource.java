package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.StyleChange;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;

/** Takes the last step of a style back, and the audit log says so first. */
@Component
public final class StyleUndoResource implements HttpResource {

    private final AdaptiveStyleEngine style;
    private final AuditLog audit;

    @Activate
    public StyleUndoResource(@Reference AdaptiveStyleEngine style, @Reference AuditLog audit) {
        this.style = style;
        this.audit = audit;
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
        Query.none(call);
        try {
            Fields fields = Fields.of(Json.body(call), Set.of("userId", "channel"));
            Scope scope =
                    StyleViews.mayChange(call.principal(), fields.optionalText("userId", StyleViews.LONGEST_NAME));
            @Nullable
            String channel = StyleViews.channel(scope, fields.optionalText("channel", StyleViews.LONGEST_NAME));
            List<StyleChange> changes = undo(call, scope, channel);
            Map<String, Object> answer = StyleViews.style(style.style(scope, channel));
            answer.put("undone", StyleViews.changes(changes));
            return Json.reply(200, answer);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private List<StyleChange> undo(Call call, Scope scope, @Nullable String channel) {
        StyleViews.entered(audit, call, "style.undo", scope, channel);
        return style.undo(scope, channel);
    }
}
