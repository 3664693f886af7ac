package tacit.panel.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AuditLog;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.Personality;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleLevel;
import tacit.api.adapt.StyleSetting;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Words;

/** How answers should read, why, and what an agent is told of it; an operator sets it, takes a step back, or resets what was learnt. */
@Component(service = Panel.class)
public final class StylePanel implements Panel {

    private static final int HISTORY = 50;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AdaptiveStyleEngine style;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Personality personality;

    private final AuditLog audit;

    @Activate
    public StylePanel(@Reference AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public String id() {
        return "style";
    }

    @Override
    public String title() {
        return "Style and persona";
    }

    @Override
    public Group group() {
        return Group.PEOPLE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Page show(View view) {
        AdaptiveStyleEngine open = style;
        Scope scope = Whose.of(view);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", open != null);
        values.put("user", scope.userId());
        if (open != null) {
            Personality words = personality;
            List<StyleLevel> levels = open.style(scope, null).levels();
            values.put("levels", levels.stream().map(StylePanel::row).toList());
            values.put("inputs", levels.stream().map(StylePanel::input).toList());
            values.put("lines", words == null ? List.of() : words.lines(scope, null));
            values.put("history", open.getAdaptationHistory(scope, null, HISTORY));
            values.put("stats", open.getObservationStats(scope, null));
            values.put("relationship", words == null || scope.userId() == null ? null : words.relationship(scope));
        }
        return Page.of("", StylePanel.class, "style.peb", values);
    }

    @Override
    public Done act(View view, String act) {
        AdaptiveStyleEngine open = Acts.there(style, "knows styles");
        Scope scope = Whose.of(view);
        return Acts.done(() -> switch (act) {
            case "set" -> set(view, open, scope);
            case "undo" -> {
                noted(view, "style.undo", scope);
                yield said(open.undo(scope, null).size(), "taken back");
            }
            case "reset" ->
                said(open.reset(scope, null, noted(view, "style.reset", scope)).size(), "reset");
            default -> throw Acts.unknown(act);
        });
    }

    private Done set(View view, AdaptiveStyleEngine open, Scope scope) {
        List<StyleSetting> settings = new ArrayList<>();
        for (StyleDimension dimension : StyleDimension.values()) {
            view.parameter(dimension.title()).ifPresent(level -> settings.add(new StyleSetting(dimension, level)));
        }
        if (settings.isEmpty()) {
            throw new HttpProblem(400, "At least one level must be chosen");
        }
        return said(
                open.set(scope, null, settings, noted(view, "style.set", scope)).size(), "set");
    }

    private static Done said(int changes, String what) {
        return Done.here(
                changes == 0
                        ? "Nothing had to change"
                        : changes + (changes == 1 ? " level is " : " levels are ") + what);
    }

    /** Notes an act before it is done; the entry is its evidence. */
    private List<String> noted(View view, String action, Scope scope) {
        String owner = scope.userId() == null ? scope.workspaceId() : scope.userId();
        return List.of(String.valueOf(
                audit.write(view.principal().name(), action, owner, Map.of("workspace", scope.workspaceId()))
                        .sequence()));
    }

    private static Map<String, Object> row(StyleLevel level) {
        return Map.of(
                "dimension", level.dimension(),
                "level", level.level(),
                "origin", level.origin(),
                "baseline", level.baseline());
    }

    /** What is not chosen stays as it is, and inherited where it is inherited. */
    private static Map<String, Object> input(StyleLevel level) {
        List<Object> options = new ArrayList<>();
        options.add(Map.of("value", "", "label", "stay " + level.level()));
        options.addAll(level.dimension().levels());
        return Map.of(
                "name",
                level.dimension().title(),
                "label",
                Words.label(level.dimension()),
                "value",
                "",
                "options",
                options);
    }
}
