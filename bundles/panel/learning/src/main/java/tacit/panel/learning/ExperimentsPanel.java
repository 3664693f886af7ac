package tacit.panel.learning;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.Experiments;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Sought;

/** Proposed changes, what the gate said of each, and what an operator decides. */
@Component(service = Panel.class)
public final class ExperimentsPanel implements Panel {

    private static final int SIZE = 50;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Experiments> experiments;

    @Override
    public String id() {
        return "experiments";
    }

    @Override
    public String title() {
        return "Experiments";
    }

    @Override
    public Group group() {
        return Group.LEARNING;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<String> live() {
        return Set.of("experiment.changed", "generation.activated");
    }

    @Override
    public Page show(View view) {
        Scope scope = whole(view);
        return view.path().isEmpty()
                ? list(view, scope)
                : one(scope, found(scope, view.path().get(0)));
    }

    @Override
    public Done act(View view, String act) {
        Scope scope = whole(view);
        String id = found(scope, Fields.required(view, "id")).id();
        String by = view.principal().name();
        String reason = view.parameter("reason").orElse("decided in Mission Control");
        Experiment after = Acts.done(() -> switch (act) {
            case "approve" -> all().approve(scope, id, by, reason);
            case "reject" -> all().reject(scope, id, by, reason);
            case "promote" -> all().promote(scope, id, by, reason);
            case "canary" -> all().canary(scope, id, Fields.share(view, "share"), by, reason);
            case "rollback" -> all().rollBack(scope, id, by, reason);
            case "watch" -> all().follow(scope, id);
            default -> throw Acts.unknown(act);
        });
        String state = after.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Done.here(
                after.state() == ExperimentState.PROMOTED
                        ? "It is promoted: generation " + after.generation() + " decides"
                        : act.equals("approve") ? "Your approval stands in its history" : "It is " + state + " now");
    }

    private Page list(View view, Scope scope) {
        Set<ExperimentState> states = states(view.parameter("state").orElse(""));
        var page = all().list(scope, states, new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", page.rows().stream().map(ExperimentRows::row).toList());
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("state", view.parameter("state").orElse(""));
        return Page.of("", ExperimentsPanel.class, "experiments.peb", values);
    }

    private Page one(Scope scope, Experiment experiment) {
        Map<String, Object> values = new LinkedHashMap<>(ExperimentRows.row(experiment));
        values.put("why", experiment.proposal().why());
        values.put(
                "evidence",
                experiment.proposal().evidence().stream().limit(SIZE).toList());
        values.put(
                "cluster",
                experiment.proposal().clusterId() == null
                        ? ""
                        : experiment.proposal().clusterId());
        values.put("changes", ExperimentRows.changes(experiment));
        values.put("base", experiment.baseGeneration());
        values.put("generation", experiment.generation() == null ? "" : experiment.generation());
        Experiment.Trial trial = experiment.trial();
        if (trial != null) {
            values.put("verdict", VerdictSentences.of(trial));
        }
        values.put("history", all().history(scope, experiment.id()));
        values.put(
                "live",
                all().comparisons(scope, experiment.id()).stream()
                        .map(ExperimentRows::live)
                        .toList());
        values.put("can", can(experiment.state()));
        return Page.of(experiment.proposal().title(), ExperimentsPanel.class, "experiment.peb", values);
    }

    private static Map<String, Boolean> can(ExperimentState state) {
        boolean passed = state == ExperimentState.PASSED_GATE;
        boolean canary = state == ExperimentState.CANARY;
        boolean promoted = state == ExperimentState.PROMOTED;
        return Map.of(
                "approve",
                passed || canary,
                "promote",
                passed || canary,
                "canary",
                passed,
                "reject",
                state.next().contains(ExperimentState.REJECTED),
                "rollback",
                promoted,
                "watch",
                canary || promoted);
    }

    private Experiment found(Scope scope, String id) {
        return all().find(scope, id)
                .orElseThrow(() -> new HttpProblem(404, "There is no experiment '" + id + "' in this workspace"));
    }

    private Experiments all() {
        Experiments there = Sought.of(experiments);
        if (there == null) {
            throw new HttpProblem(503, "The part of the host that runs experiments is not there now");
        }
        return there;
    }

    /** Experiments belong to workspaces. */
    private static Scope whole(View view) {
        Scope scope = view.principal().scope();
        if (scope.userId() != null) {
            throw new HttpProblem(403, "Experiments belong to the workspace; this token is of one user of it");
        }
        return scope;
    }

    private static Set<ExperimentState> states(String word) {
        for (ExperimentState state : ExperimentState.values()) {
            if (state.name().equals(word.toUpperCase(Locale.ROOT))) {
                return Set.of(state);
            }
        }
        if (!word.isEmpty()) {
            throw new HttpProblem(400, "state must be one of those offered");
        }
        return Set.of();
    }
}
