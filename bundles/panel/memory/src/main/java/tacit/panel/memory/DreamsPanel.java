package tacit.panel.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamReview;
import tacit.api.reflect.DreamState;
import tacit.api.reflect.DreamingDesk;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** What was dreamt about the memories: proposals that wait for somebody, and the runs that made them. */
@Component(service = Panel.class)
public final class DreamsPanel implements Panel {

    private static final int SIZE = 50;
    private static final int RUNS = 20;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable DreamReview review;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable DreamingDesk desk;

    @Override
    public String id() {
        return "dreams";
    }

    @Override
    public String title() {
        return "Dreaming";
    }

    @Override
    public Group group() {
        return Group.MEMORY;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> live() {
        return Set.of("dream.waiting");
    }

    @Override
    public Page show(View view) {
        DreamReview open = review;
        if (open == null) {
            return Page.of("", DreamsPanel.class, "dreams.peb", Map.of("known", false));
        }
        return view.path().isEmpty()
                ? list(view, open)
                : one(candidate(view, view.path().get(0)));
    }

    @Override
    public Done act(View view, String act) {
        if (act.equals("dream")) {
            return Acts.done(() -> dream(view));
        }
        DreamCandidate candidate = candidate(view, Fields.required(view, "id"));
        return Acts.done(() -> said(decided(view, act, candidate.id())));
    }

    private DreamCandidate decided(View view, String act, String id) {
        DreamReview open = Acts.there(review, "keeps dreams");
        Principal by = view.principal();
        return switch (act) {
            case "accept" -> open.accept(by.scope(), id, by.name());
            case "edit" -> open.edit(by.scope(), id, Fields.required(view, "proposed"), by.name());
            case "reject" ->
                open.reject(by.scope(), id, by.name(), view.parameter("reason").orElse(null));
            case "archive" -> open.archive(by.scope(), id, by.name());
            case "undo" -> open.undo(by.scope(), id, by.name());
            default -> throw Acts.unknown(act);
        };
    }

    private static Done said(DreamCandidate candidate) {
        String why = candidate.resolution() == null ? "" : ": " + candidate.resolution();
        return Done.here("It is " + candidate.state().word() + " now" + why);
    }

    private Done dream(View view) {
        return Acts.there(desk, "dreams")
                .dream(
                        "",
                        view.principal().scope().workspaceId(),
                        DreamingDesk.Trigger.MANUAL,
                        null,
                        view.parameter("instructions").orElse(null))
                .map(result -> Done.here("The run is " + result.status() + " and proposes " + result.candidates()))
                .orElseThrow(() -> new HttpProblem(409, "Dreaming is off, or the workspace dreams already"));
    }

    private Page list(View view, DreamReview open) {
        boolean all = view.parameter("state").orElse("").equals("all");
        DreamState state = view.parameter("state").isEmpty()
                ? DreamState.PROPOSED
                : all ? null : Fields.choice(DreamState.class, view, "state");
        var page = open.list(
                view.principal().scope(),
                new DreamReview.Filter(state, null, null),
                new PageRequest(view.offset(), SIZE));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put("rows", page.rows().stream().map(DreamsPanel::row).toList());
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("state", state);
        values.put("dreams", desk != null);
        values.put(
                "runs",
                open.runs(view.principal().scope(), null, PageRequest.first(RUNS))
                        .rows());
        return Page.of("", DreamsPanel.class, "dreams.peb", values);
    }

    private static Page one(DreamCandidate candidate) {
        Map<String, Object> values = new LinkedHashMap<>(row(candidate));
        values.put("candidate", candidate);
        values.put(
                "current",
                candidate.draft().currentValue() == null
                        ? ""
                        : candidate.draft().currentValue());
        values.put("proposes", candidate.state() == DreamState.PROPOSED);
        values.put("open", candidate.state().open());
        return Page.of("Dream " + candidate.id(), DreamsPanel.class, "dream.peb", values);
    }

    private static Map<String, Object> row(DreamCandidate candidate) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", candidate.id());
        row.put("action", candidate.draft().action());
        row.put("proposed", candidate.draft().proposedValue());
        row.put("confidence", candidate.draft().confidence());
        row.put("state", candidate.state());
        row.put("createdAt", candidate.createdAt());
        return row;
    }

    private DreamCandidate candidate(View view, String id) {
        return Acts.there(review, "keeps dreams")
                .find(view.principal().scope(), id)
                .orElseThrow(() -> new HttpProblem(404, "There is no dream '" + id + "' in this workspace"));
    }
}
