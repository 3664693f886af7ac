package tacit.panel.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.experiment.Lineage;
import tacit.api.http.HttpProblem;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.panel.forms.Sought;

/** What led to a thing and what came of it, in both directions from whatever is asked for. */
@Component(service = Panel.class)
public final class LineagePanel implements Panel {

    private static final int SIZE = 20;

    /** Where each kind of thing is shown by a panel of its own. */
    private static final Map<Lineage.Kind, String> PANELS = Map.of(
            Lineage.Kind.TRACE, "traces",
            Lineage.Kind.MEMORY, "memory",
            Lineage.Kind.SKILL, "skills",
            Lineage.Kind.CLUSTER, "clusters",
            Lineage.Kind.EVAL_CASE, "evals",
            Lineage.Kind.REPLAY_CASE, "evals",
            Lineage.Kind.EXPERIMENT, "experiments",
            Lineage.Kind.VERDICT, "experiments",
            Lineage.Kind.GENERATION, "generations");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Lineage> lineage;

    @Override
    public String id() {
        return "lineage";
    }

    @Override
    public String title() {
        return "Lineage";
    }

    @Override
    public Group group() {
        return Group.LEARNING;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Page show(View view) {
        List<String> path = view.path();
        String id = path.isEmpty() ? view.parameter("id").orElse("") : path.get(path.size() - 1);
        Map<String, Object> values = new LinkedHashMap<>(Map.of("id", id));
        if (id.isEmpty()) {
            return Page.of("", LineagePanel.class, "lineage.peb", values);
        }
        Lineage.Kind kind = path.size() < 2 ? null : kind(path.get(0));
        Lineage there = Sought.of(lineage);
        if (there == null) {
            throw new HttpProblem(503, "The part of the host that knows lineages is not there now");
        }
        Lineage.View found = there.of(view.principal().scope(), new Lineage.Question(id, kind, SIZE, null, 0))
                .orElseThrow(() -> new HttpProblem(404, "Nothing in this workspace has the id '" + id + "'"));
        values.put("start", node(found.start()));
        values.put("before", levels(found, true));
        values.put("after", levels(found, false));
        return Page.of("Lineage of " + found.start().title(), LineagePanel.class, "lineage.peb", values);
    }

    private static List<Map<String, Object>> levels(Lineage.View view, boolean before) {
        List<Map<String, Object>> levels = new ArrayList<>();
        for (Lineage.Level level : view.levels()) {
            if (level.before() == before) {
                levels.add(Map.of(
                        "kind", level.kind(),
                        "nodes", level.nodes().stream().map(LineagePanel::node).toList(),
                        "more", Math.max(0, level.links() - level.nodes().size()),
                        "missing", level.missing()));
            }
        }
        return levels;
    }

    private static Map<String, Object> node(Lineage.Node node) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", node.kind());
        row.put("id", node.id());
        row.put("title", node.title());
        row.put("state", node.state() == null ? "" : node.state());
        if (node.at() != null) {
            row.put("at", node.at());
        }
        row.put("panel", PANELS.getOrDefault(node.kind(), ""));
        return row;
    }

    private static Lineage.Kind kind(String word) {
        for (Lineage.Kind kind : Lineage.Kind.values()) {
            if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new HttpProblem(404, "Nothing is called '" + word + "' here");
    }
}
