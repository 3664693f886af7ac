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

/** Goes back to the baseline of a style and forgets what was observed; the audit log says so first. */
@Component
public final class StyleResetResource implements HttpResource {

    private final AdaptiveStyleEngine style;
    private final AuditLog audit;

    @Activate
    public StyleResetResource(@Reference AdaptiveStyleEngine style, @Reference AuditLog audit) {
        this.style = style;
        this.audit = audit;
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
        Query.none(call);
        try {
            Fields fields = Fields.of(Json.body(call), Set.of("userId", "channel"));
            Scope scope =
                    StyleViews.mayChange(call.principal(), fields.optionalText("userId", StyleViews.LONGEST_NAME));
            @Nullable
            String channel = StyleViews.channel(scope, fields.optionalText("channel", StyleViews.LONGEST_NAME));
            List<StyleChange> changes = reset(call, scope, channel);
            Map<String, Object> answer = StyleViews.style(style.style(scope, channel));
            answer.put("changes", StyleViews.changes(changes));
            return Json.reply(200, answer);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private List<StyleChange> reset(Call call, Scope scope, @Nullable String channel) {
        return style.reset(scope, channel, StyleViews.entered(audit, call, "style.reset", scope, channel));
    }
}
