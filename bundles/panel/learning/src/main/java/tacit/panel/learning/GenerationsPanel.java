package tacit.panel.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.Principal;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.harness.Harness;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Sought;
import tacit.panel.forms.Words;

/** The states of the harness: which one decides, what differs, who calls it now, and the way back. */
@Component(service = Panel.class)
public final class GenerationsPanel implements Panel {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Generations> generations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Harness> harness;

    @Override
    public String id() {
        return "generations";
    }

    @Override
    public String title() {
        return "Generations";
    }

    @Override
    public Group group() {
        return Group.LEARNING;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> live() {
        return Set.of("generation.activated");
    }

    @Override
    public Page show(View view) {
        return view.path().isEmpty()
                ? list()
                : one(view, Fields.number(view.path().get(0)));
    }

    @Override
    public Done act(View view, String act) {
        if (!act.equals("activate") && !act.equals("rollback")) {
            throw Acts.unknown(act);
        }
        // The harness is the whole host's: as with its HTTP resources, only operators of the default workspace change
        // it
        Principal by = view.principal();
        if (by.scope().userId() != null || !by.scope().workspaceId().equals(Scope.DEFAULT_WORKSPACE)) {
            throw new HttpProblem(403, "Only an operator of the whole host may change the harness");
        }
        String reason = view.parameter("reason").orElse("asked for in Mission Control");
        Optional<Long> number = act.equals("rollback") ? Optional.empty() : Optional.of(Fields.number(view, "number"));
        ActivationReport report = Acts.done(() -> all().rollBack(number, by.name(), reason));
        report.failure().ifPresent(step -> {
            throw new HttpProblem(
                    409,
                    "Nothing changed: step " + Words.of(step.step()) + " of " + step.subject() + " failed: "
                            + step.detail());
        });
        return Done.here("Generation " + report.active() + " decides now");
    }

    private Page list() {
        Optional<Generation> active = all().active();
        List<Map<String, Object>> rows = new ArrayList<>();
        all().list().stream()
                .sorted(Comparator.comparingLong(Generation::number).reversed())
                .forEach(generation -> rows.add(row(generation, active)));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rows", rows);
        values.put("active", active.map(Generation::number));
        Harness now = Sought.of(harness);
        values.put("known", now != null);
        values.put("roles", now == null ? List.of() : now.roles());
        values.put("alarms", now == null ? List.of() : now.alarms());
        return Page.of("", GenerationsPanel.class, "generations.peb", values);
    }

    private Page one(View view, long number) {
        Generation generation = found(number);
        Optional<Generation> active = all().active();
        long with = view.parameter("with").map(Fields::number).orElseGet(() -> Optional.ofNullable(generation.parent())
                .orElse(number));
        found(with);
        Map<String, Object> values = new LinkedHashMap<>(row(generation, active));
        values.put("experiment", generation.experimentId() == null ? "" : generation.experimentId());
        values.put("with", with);
        values.put("changes", changes(all().diff(with, number)));
        values.put(
                "bundles",
                generation.roles().entrySet().stream()
                        .map(role -> Map.of(
                                "role", role.getKey(),
                                "bundle", role.getValue().symbolicName(),
                                "version", role.getValue().version(),
                                "sha256", role.getValue().sha256().substring(0, 12)))
                        .toList());
        return Page.of("Generation " + number, GenerationsPanel.class, "generation.peb", values);
    }

    private static List<Map<String, Object>> changes(GenerationDiff diff) {
        List<Map<String, Object>> rows = new ArrayList<>();
        diff.roles()
                .forEach(role -> rows.add(Map.of(
                        "what", role.role(),
                        "before", role.before() == null ? "" : role.before().toString(),
                        "after", role.after() == null ? "" : role.after().toString())));
        diff.settings()
                .forEach(setting -> rows.add(Map.of(
                        "what", setting.pid() + ":" + setting.key(),
                        "before", setting.before() == null ? "" : setting.before(),
                        "after", setting.after() == null ? "" : setting.after())));
        return rows;
    }

    private static Map<String, Object> row(Generation generation, Optional<Generation> active) {
        boolean now = active.map(other -> other.number() == generation.number()).orElse(false);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", generation.number());
        row.put("state", now ? "active" : "");
        row.put("parent", generation.parent() == null ? "" : generation.parent());
        row.put("roles", generation.roles().size());
        row.put("createdAt", generation.createdAt());
        row.put("by", generation.createdBy());
        row.put("reason", generation.reason());
        return row;
    }

    private Generation found(long number) {
        return all().list().stream()
                .filter(generation -> generation.number() == number)
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "There is no generation " + number));
    }

    private Generations all() {
        Generations there = Sought.of(generations);
        if (there == null) {
            throw new HttpProblem(503, "The harness is not there now");
        }
        return there;
    }
}
