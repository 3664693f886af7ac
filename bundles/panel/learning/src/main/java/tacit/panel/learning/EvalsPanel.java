package tacit.panel.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.http.HttpProblem;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Questions that candidates are asked: those of recorded decisions with how they went, and those of families of failures. */
@Component(service = Panel.class)
public final class EvalsPanel implements Panel {

    private static final int SIZE = 50;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ReplayCases replays;

    private final EvalCases evals;

    @Activate
    public EvalsPanel(@Reference EvalCases evals) {
        this.evals = evals;
    }

    @Override
    public String id() {
        return "evals";
    }

    @Override
    public String title() {
        return "Evals";
    }

    @Override
    public Group group() {
        return Group.LEARNING;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<String> live() {
        return Set.of("cluster.changed", "experiment.changed");
    }

    @Override
    public Page show(View view) {
        Scope scope = view.principal().scope();
        if (view.path().isEmpty()) {
            return list(view, scope);
        }
        String id = view.path().get(0);
        ReplayCases there = replays;
        Optional<ReplayCase> replay = there == null ? Optional.empty() : there.find(scope, id);
        return there != null && replay.isPresent()
                ? replay(scope, replay.get(), there)
                : family(evals.find(scope, id)
                        .orElseThrow(() -> new HttpProblem(404, "There is no case '" + id + "' in this workspace")));
    }

    private Page list(View view, Scope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        ReplayCases there = replays;
        values.put("known", there != null);
        if (there != null) {
            var page = there.list(scope, view.parameter("role").orElse(""), new PageRequest(view.offset(), SIZE));
            values.put("replays", page.rows().stream().map(EvalsPanel::row).toList());
            values.put("total", page.total());
        }
        values.put("offset", view.offset());
        values.put("role", view.parameter("role").orElse(""));
        var families = evals.list(scope, PageRequest.first(SIZE));
        values.put("families", families.rows().stream().map(EvalsPanel::row).toList());
        values.put("allFamilies", families.total());
        return Page.of("", EvalsPanel.class, "evals.peb", values);
    }

    private static Page replay(Scope scope, ReplayCase one, ReplayCases there) {
        Map<String, Object> values = new LinkedHashMap<>(row(one));
        values.put("source", one.source());
        values.put("question", one.situation().inputs());
        values.put("method", one.situation().method());
        values.put("checks", one.checks());
        values.put("runs", there.runs(scope, one.id(), PageRequest.first(SIZE)).rows());
        values.put(
                "experiments",
                ids(there.experimentsOf(scope, one.id(), PageRequest.first(SIZE))
                        .rows()));
        return Page.of(one.title(), EvalsPanel.class, "replay.peb", values);
    }

    private static Page family(EvalCase one) {
        Map<String, Object> values = new LinkedHashMap<>(row(one));
        values.put(
                "checks",
                one.check().entrySet().stream()
                        .map(check -> Map.of("name", check.getKey(), "value", check.getValue()))
                        .toList());
        values.put("olderIds", one.older());
        values.put("newerIds", one.newer());
        values.put("splitBy", one.splitBy());
        return Page.of(one.title(), EvalsPanel.class, "eval.peb", values);
    }

    private static Map<String, Object> row(ReplayCase one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", one.id());
        row.put("title", one.title());
        row.put("state", one.state());
        row.put("role", one.situation().role());
        row.put("side", one.older() ? "older" : "held out");
        row.put("protected", one.protectedCase() ? "protected" : "");
        row.put("origin", one.origin());
        row.put("owner", one.owner());
        row.put("createdAt", one.createdAt());
        return row;
    }

    private static Map<String, Object> row(EvalCase one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", one.id());
        row.put("title", one.title());
        row.put("cluster", one.clusterId());
        row.put("older", one.older().size());
        row.put("newer", one.newer().size());
        if (one.createdAt() != null) {
            row.put("createdAt", one.createdAt());
        }
        return row;
    }

    private static List<Map<String, Object>> ids(List<String> ids) {
        List<Map<String, Object>> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(Map.of("id", id)));
        return rows;
    }
}
