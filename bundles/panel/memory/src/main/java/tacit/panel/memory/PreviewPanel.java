package tacit.panel.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.http.HttpProblem;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextDrafts;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerPreview;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.Scope;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Words;

/** What the next prompt would hold, layer by layer, and why the rest is left out; nothing counts as used by looking. */
@Component(service = Panel.class)
public final class PreviewPanel implements Panel {

    private static final int BUDGET = 1_800;
    private static final int FRAGMENTS_OF_A_SOURCE = 50;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Contexts> contexts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<ContextDrafts> drafts;

    @Override
    public String id() {
        return "preview";
    }

    @Override
    public String title() {
        return "Context preview";
    }

    @Override
    public Group group() {
        return Group.MEMORY;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Page show(View view) {
        ComponentServiceObjects<Contexts> there = contexts;
        // Contexts need the harness, which is still being started when this panel is: asked for, and not before
        Contexts open = there == null ? null : there.getService();
        Audience.Kind kind = Fields.choice(Audience.Kind.class, view, "audience");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", open != null);
        values.put("task", view.parameter("task"));
        values.put("user", view.parameter("user"));
        values.put("audience", kind);
        values.put("audiences", Words.choicesOrAny(Audience.Kind.class));
        values.put("layers", open == null ? List.of() : layers(open, request(view, kind)));
        ComponentServiceObjects<ContextDrafts> tried = drafts;
        values.put("scored", tried != null);
        if (tried != null) {
            values.putAll(new Scored(tried.getService().draft(request(view, kind), BUDGET)).values());
        }
        return Page.of("", PreviewPanel.class, "preview.peb", values);
    }

    private static List<Map<String, Object>> layers(Contexts open, ContextRequest request) {
        return open.preview(request, BUDGET).stream().map(PreviewPanel::row).toList();
    }

    private static ContextRequest request(View view, Audience.@Nullable Kind kind) {
        Scope scope = view.principal().scope();
        String named = view.parameter("user").orElse(null);
        if (scope.userId() != null && named != null && !named.equals(scope.userId())) {
            throw new HttpProblem(403, "This token is of another user");
        }
        Audience audience = new Audience(
                kind == null ? Audience.Kind.PRIVATE : kind,
                scope.userId() == null ? named : scope.userId(),
                null,
                null,
                false);
        return new ContextRequest(
                scope.workspaceId(), view.parameter("task").orElse(""), audience, view.now(), FRAGMENTS_OF_A_SOURCE);
    }

    private static Map<String, Object> row(LayerPreview layer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("layer", layer.layer());
        row.put("title", layer.title());
        row.put("included", layer.included());
        row.put(
                "excluded",
                layer.excluded()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> Map.of("line", line.replaceFirst("^- ", "")))
                        .toList());
        row.put("used", layer.usedTokens());
        row.put("budget", layer.budgetTokens());
        row.put("left", layer.excludedCount());
        row.put("injected", layer.injected());
        return row;
    }
}
