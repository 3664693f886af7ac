package tacit.panel.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AccessRole;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Harness;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.http.HttpProblem;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Sought;

/** What roles were asked and what they answered: the sample that is recorded, and asked again of candidates. */
@Component(service = Panel.class)
public final class DecisionsPanel implements Panel {

    private static final int SIZE = 50;
    private static final int LONGEST = 160;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable DecisionLog decisions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ComponentServiceObjects<Harness> harness;

    @Override
    public String id() {
        return "decisions";
    }

    @Override
    public String title() {
        return "Decisions";
    }

    @Override
    public Group group() {
        return Group.HOST;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public AccessRole role() {
        return AccessRole.OPERATOR;
    }

    @Override
    public Page show(View view) {
        Acts.wholeHost(view);
        return view.path().isEmpty() ? list(view) : one(view.path().get(0));
    }

    private Page list(View view) {
        DecisionLog log = decisions;
        Harness now = Sought.of(harness);
        String role = view.parameter("role").orElse("");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", log != null);
        values.put("role", role);
        if (log != null) {
            tacit.api.store.Page<Decision> page = log.list(role, new PageRequest(view.offset(), SIZE));
            values.put("rows", page.rows().stream().map(DecisionsPanel::row).toList());
            values.put("offset", page.offset());
            values.put("total", page.total());
            values.put("lost", log.dropped() + (now == null ? 0 : now.unrecorded()));
        }
        return Page.of("", DecisionsPanel.class, "decisions.peb", values);
    }

    private Page one(String id) {
        Decision decision = Acts.there(decisions, "records decisions")
                .find(id)
                .orElseThrow(() -> new HttpProblem(404, "There is no decision '" + id + "'"));
        Situation situation = decision.situation();
        Map<String, Object> values = new LinkedHashMap<>(row(decision));
        values.put("sha256", decision.providerSha256());
        values.put("seed", String.valueOf(situation.seed()));
        values.put("redactions", decision.redactions());
        values.put("inputs", situation.inputs());
        values.put("output", decision.output());
        values.put("inner", inner(situation.inner()));
        return Page.of(situation.role() + ": " + situation.method(), DecisionsPanel.class, "decision.peb", values);
    }

    private static List<Map<String, Object>> inner(List<InnerCall> calls) {
        return calls.stream()
                .map(call -> Map.<String, Object>of(
                        "call", call.target() + "." + call.method(), "inputs", call.inputs(), "output", call.output()))
                .toList();
    }

    private static Map<String, Object> row(Decision decision) {
        String output = decision.output();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", decision.id());
        row.put("at", decision.situation().clock());
        row.put("role", decision.situation().role());
        row.put("method", decision.situation().method());
        row.put("generation", decision.generation());
        row.put("took", decision.took());
        row.put("answer", output.length() > LONGEST ? output.substring(0, LONGEST) + "…" : output);
        row.put("state", output.startsWith("{\"thrown\":") ? "failed" : "answered");
        return row;
    }
}
