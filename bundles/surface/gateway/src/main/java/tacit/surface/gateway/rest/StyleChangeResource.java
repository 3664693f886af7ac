package tacit.surface.gateway.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleSetting;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Fields;

/** Sets levels of a style; what is not named stays, and the audit log says so first. */
@Component
public final class StyleChangeResource implements HttpResource {

    private static final Set<String> DIMENSIONS =
            Stream.of(StyleDimension.values()).map(StyleDimension::title).collect(Collectors.toUnmodifiableSet());

    private final StyleActs acts;

    @Activate
    public StyleChangeResource(@Reference AdaptiveStyleEngine style, @Reference AuditLog audit) {
        this.acts = new StyleActs(style, audit);
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
        return acts.done(call, "style.set", DIMENSIONS, "changes", fields -> {
            List<StyleSetting> settings = settings(fields);
            return (scope, channel, evidence) -> acts.style().set(scope, channel, settings, evidence);
        });
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
