package tacit.surface.gateway.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleSetting;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;

/** Sets levels of a style; what is not named stays, and the audit log says so first. */
@Component
public final class StyleChangeResource implements HttpResource {

    private final AdaptiveStyleEngine style;
    private final AuditLog audit;

    @Activate
    public StyleChangeResource(@Reference AdaptiveStyleEngine style, @Reference AuditLog audit) {
        this.style = style;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "PUT";
    }

    @Override
    public String path() {
        return "/v1/style";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        try {
            Set<String> known = new TreeSet<>(Set.of("userId", "channel"));
            List.of(StyleDimension.values()).forEach(dimension -> known.add(dimension.title()));
            Fields fields = Fields.of(Json.body(call), known);
            Scope scope =
                    StyleViews.mayChange(call.principal(), fields.optionalText("userId", StyleViews.LONGEST_NAME));
            @Nullable
            String channel = StyleViews.channel(scope, fields.optionalText("channel", StyleViews.LONGEST_NAME));
            List<StyleSetting> settings = settings(fields);
            List<String> evidence = StyleViews.entered(audit, call, "style.set", scope, channel);
            List<StyleChange> changes = style.set(scope, channel, settings, evidence);
            Map<String, Object> answer = StyleViews.style(style.style(scope, channel));
            answer.put("changes", StyleViews.changes(changes));
            return Json.reply(200, answer);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private static List<StyleSetting> settings(Fields fields) {
        List<StyleSetting> settings = new ArrayList<>();
        for (StyleDimension dimension : StyleDimension.values()) {
            String level = fields.optionalText(dimension.title(), StyleViews.LONGEST_NAME);
            if (level != null) {
                settings.add(new StyleSetting(dimension, level));
            }
        }
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("At least one level must be given");
        }
        return settings;
    }
}
