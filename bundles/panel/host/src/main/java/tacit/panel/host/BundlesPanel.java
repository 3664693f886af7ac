package tacit.panel.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AccessRole;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.Candidate;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.Staging;
import tacit.api.harness.Harness;
import tacit.api.harness.RoleStatus;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.trust.BundleFacts;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Rows;
import tacit.panel.forms.Sought;

/** Who fills each role, what was staged and why it may or may not run; an operator activates it after a look at the plan. */
@Component(service = Panel.class)
public final class BundlesPanel implements Panel {

    private static final int SIZE = 50;
    private static final int FEW = 5;
    private static final String STAGED = "staged";
    private static final String PLAN = "plan";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Generations> generations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Harness> harness;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Staging> staging;

    @Override
    public String id() {
        return "bundles";
    }

    @Override
    public String title() {
        return "Bundles";
    }

    @Override
    public Group group() {
        return Group.HOST;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<String> live() {
        return Set.of("generation.activated");
    }

    @Override
    public Page show(View view) {
        List<String> path = view.path();
        if (path.isEmpty()) {
            return roles(view);
        }
        if (path.get(0).equals(STAGED)) {
            return staged(view);
        }
        Candidate candidate = found(path.get(0));
        return path.size() > 1 && path.get(1).equals(PLAN) ? plan(view, candidate) : candidate(candidate);
    }

    @Override
    public Done act(View view, String act) {
        Acts.wholeHost(view);
        return switch (act) {
            case "activate" -> activate(view, found(Fields.required(view, "sha256")));
            case "discard" -> discard(view, found(Fields.required(view, "sha256")));
            default -> throw Acts.unknown(act);
        };
    }

    private Done activate(View view, Candidate candidate) {
        Generations all = all();
        // What was looked at is what is done: another change in between asks for another look
        String seen = Fields.required(view, "from");
        long active = all.active().map(Generation::number).orElse(0L);
        if (!seen.equals(String.valueOf(active))) {
            throw new HttpProblem(
                    409,
                    "Generation " + active + " decides meanwhile, not " + seen + ": look at what would change again");
        }
        ActivationReport report = Activation.whole(Acts.done(() -> all.activate(Activation.of(view, candidate))));
        return new Done("Generation " + report.active() + " decides now", candidate.sha256());
    }

    private Done discard(View view, Candidate candidate) {
        boolean gone = Acts.done(() -> Acts.there(Sought.of(staging), "stages bundles")
                .discard(candidate.sha256(), view.principal().name()));
        if (!gone) {
            throw new HttpProblem(409, "It is no candidate any more");
        }
        return new Done("The candidate is forgotten", STAGED);
    }

    private Page roles(View view) {
        Harness now = Sought.of(harness);
        Staging candidates = Sought.of(staging);
        String words = view.parameter("q").orElse("").toLowerCase(Locale.ROOT);
        List<RoleStatus> found = now == null
                ? List.of()
                : now.roles().stream().filter(role -> matches(role, words)).toList();
        List<Candidate> all = candidates == null ? List.of() : candidates.candidates();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", now != null);
        values.put("stages", candidates != null);
        values.put("alarms", now == null ? List.of() : now.alarms());
        values.put("q", words);
        values.put(
                "rows",
                Rows.page(found, view.offset(), SIZE).stream()
                        .map(BundleRows::of)
                        .toList());
        values.put("offset", view.offset());
        values.put("total", found.size());
        values.put("staged", all.stream().limit(FEW).map(BundleRows::of).toList());
        values.put("candidates", all.size());
        return Page.of("", BundlesPanel.class, "bundles.peb", values);
    }

    private static boolean matches(RoleStatus role, String words) {
        return role.role().toLowerCase(Locale.ROOT).contains(words)
                || Objects.requireNonNullElse(role.symbolicName(), "")
                        .toLowerCase(Locale.ROOT)
                        .contains(words);
    }

    private Page staged(View view) {
        List<Candidate> all = Acts.there(Sought.of(staging), "stages bundles").candidates();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "rows",
                Rows.page(all, view.offset(), SIZE).stream().map(BundleRows::of).toList());
        values.put("offset", view.offset());
        values.put("total", all.size());
        return Page.of("Staged candidates", BundlesPanel.class, "staged.peb", values);
    }

    private static Page candidate(Candidate candidate) {
        Map<String, Object> values = new LinkedHashMap<>(BundleRows.of(candidate));
        BundleFacts facts = candidate.facts();
        values.put("file", candidate.fileName());
        values.put("needs", candidate.needs());
        values.put("facts", facts == null ? null : BundleRows.facts(facts));
        values.put("runs", candidate.state() == Candidate.State.ACTIVE);
        values.put("plans", facts != null && candidate.state() == Candidate.State.STAGED);
        return Page.of(String.valueOf(values.get("name")), BundlesPanel.class, "candidate.peb", values);
    }

    private Page plan(View view, Candidate candidate) {
        Acts.wholeHost(view);
        if (!view.principal().role().includes(AccessRole.OPERATOR)) {
            throw new HttpProblem(403, "Only an operator may ask what an activation would do");
        }
        Map<String, Object> values = new LinkedHashMap<>(BundleRows.of(candidate));
        values.putAll(BundleRows.of(Acts.done(() -> all().plan(Activation.of(view, candidate)))));
        return Page.of("What would change with " + values.get("name"), BundlesPanel.class, "plan.peb", values);
    }

    private Candidate found(String sha256) {
        return Acts.there(Sought.of(staging), "stages bundles").candidates().stream()
                .filter(candidate -> candidate.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "There is no candidate '" + sha256 + "'"));
    }

    private Generations all() {
        return Acts.there(Sought.of(generations), "knows generations");
    }
}
