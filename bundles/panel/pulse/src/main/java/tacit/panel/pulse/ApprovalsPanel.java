package tacit.panel.pulse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Words;

/** The inbox of acts that somebody is asked about, with what the policy said and why. */
@Component(service = Panel.class)
public final class ApprovalsPanel implements Panel {

    private static final int SIZE = 50;
    private static final int LONGEST_NOTE = 2_000;
    private static final Map<String, String> KEEPS = Map.of(
            "workspace", "From now on in this workspace",
            "profile", "From now on for this profile");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Approvals inbox;

    @Override
    public String id() {
        return "approvals";
    }

    @Override
    public String title() {
        return "Approvals";
    }

    @Override
    public Group group() {
        return Group.WORK;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Set<String> live() {
        return Set.of("approval.waiting", "approval.answered");
    }

    @Override
    public Page show(View view) {
        Approvals open = inbox;
        if (open == null) {
            return Page.of("", ApprovalsPanel.class, "approvals.peb", Map.of("known", false));
        }
        return view.path().isEmpty()
                ? list(view, open)
                : one(open, found(view, view.path().get(0)));
    }

    @Override
    public Done act(View view, String act) {
        if (!Set.of("allow", "deny").contains(act)) {
            throw Acts.unknown(act);
        }
        Approvals open = Acts.there(inbox, "keeps approvals");
        Approval entry = found(view, Fields.required(view, "id"));
        String keep = Fields.optional(view, "keep", 20);
        Approval after = Acts.done(() -> open.answer(
                        entry.id(),
                        act.equals("allow"),
                        view.principal().name(),
                        Fields.optional(view, "note", LONGEST_NOTE),
                        keep)
                .orElse(entry));
        String kept = keep == null ? "" : ", and a rule for the " + keep + " is kept";
        return Done.here("The act is " + Words.of(after.state()) + kept);
    }

    private static Page list(View view, Approvals open) {
        Approval.State state = Fields.state(Approval.State.class, view, Approval.State.PENDING);
        var page = open.list(
                view.principal().scope(),
                state,
                view.parameter("profile").orElse(null),
                new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put("rows", page.rows().stream().map(ApprovalsPanel::row).toList());
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("state", state);
        values.put("profile", view.parameter("profile").orElse(""));
        return Page.of("", ApprovalsPanel.class, "approvals.peb", values);
    }

    private static Page one(Approvals open, Approval entry) {
        Map<String, Object> values = new LinkedHashMap<>(row(entry));
        values.put("entry", entry);
        values.put(
                "details",
                new TreeMap<>(entry.request().details())
                        .entrySet().stream()
                                .map(part -> Map.of("name", part.getKey(), "value", part.getValue()))
                                .toList());
        values.put("evidence", References.rows(entry.request().evidence()));
        values.put("keeps", keeps(entry));
        values.put("waits", entry.state() == Approval.State.PENDING);
        values.put(
                "earned",
                open.earned(entry.request().profileId()).stream()
                        .filter(one -> one.targetKey().equals(entry.request().targetKey())
                                && one.action().equals(entry.request().action()))
                        .findFirst());
        return Page.of(entry.request().summary(), ApprovalsPanel.class, "approval.peb", values);
    }

    /** For how long an answer may count, as the policy lets it. */
    private static List<Map<String, String>> keeps(Approval entry) {
        List<Map<String, String>> keeps = new ArrayList<>();
        keeps.add(Map.of("value", "", "label", "This time only"));
        for (String word : entry.decision().persistence()) {
            String label = KEEPS.get(word);
            if (label != null) {
                keeps.add(Map.of("value", word, "label", label));
            }
        }
        return keeps;
    }

    private static Map<String, Object> row(Approval entry) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", entry.id());
        row.put("summary", entry.request().summary());
        row.put("type", entry.request().type());
        row.put("profile", entry.request().profileId());
        row.put("reason", entry.decision().reason());
        row.put("state", entry.state());
        row.put("createdAt", entry.createdAt());
        return row;
    }

    private Approval found(View view, String id) {
        Scope scope = view.principal().scope();
        return Acts.there(inbox, "keeps approvals")
                .find(id)
                .filter(entry -> entry.request().workspaceId().equals(scope.workspaceId()))
                .filter(entry -> scope.userId() == null
                        || scope.userId().equals(entry.request().userId()))
                .orElseThrow(() -> new HttpProblem(404, "There is no act '" + id + "' in the inbox here"));
    }
}
