package tacit.panel.pulse;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Words;

/** What the core proposes to people: an operator lets it be done, changes it, puts it off or turns it down. */
@Component(service = Panel.class)
public final class SuggestionsPanel implements Panel {

    private static final int SIZE = 50;
    private static final int LONGEST = 4_000;
    private static final int MOST_MINUTES = 129_600;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SuggestionDesk desk;

    @Override
    public String id() {
        return "suggestions";
    }

    @Override
    public String title() {
        return "Suggestions";
    }

    @Override
    public Group group() {
        return Group.WORK;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> live() {
        return Set.of("suggestion.offered", "suggestion.answered");
    }

    @Override
    public Page show(View view) {
        SuggestionDesk open = desk;
        if (open == null) {
            return Page.of("", SuggestionsPanel.class, "suggestions.peb", Map.of("known", false));
        }
        return view.path().isEmpty()
                ? list(view, open)
                : one(found(view, view.path().get(0)));
    }

    @Override
    public Done act(View view, String act) {
        SuggestionDesk open = Acts.there(desk, "keeps suggestions");
        String id = found(view, Fields.required(view, "id")).id();
        String by = view.principal().name();
        Optional<Suggestion> after = Acts.done(() -> switch (act) {
            case "act" -> open.act(id, null, by);
            case "edit" -> open.act(id, Fields.required(view, "edited", LONGEST), by);
            case "snooze" -> open.snooze(id, Duration.ofMinutes(Fields.whole(view, "minutes", 1, MOST_MINUTES)), by);
            case "dismiss" -> open.dismiss(id, Fields.optional(view, "reason", LONGEST), by);
            default -> throw Acts.unknown(act);
        });
        return Done.here(said(after.orElseThrow(() -> missing(id))));
    }

    private static String said(Suggestion after) {
        return switch (after.state()) {
            case ACTED ->
                after.executionId() == null
                        ? "It is taken up; it proposed no work"
                        : "It is taken up: its work is " + after.executionId();
            case SNOOZED -> "It comes back later";
            case DISMISSED -> "It is turned down, and others like it count less";
            case OPEN, IGNORED, EXPIRED, DISPLACED -> "It is " + Words.of(after.state()) + " now";
        };
    }

    private static Page list(View view, SuggestionDesk open) {
        Suggestion.State state = Fields.state(Suggestion.State.class, view, Suggestion.State.OPEN);
        var page = page(view, open, state);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put("rows", page.rows().stream().map(SuggestionsPanel::row).toList());
        values.put("offset", page.offset());
        values.put("total", page.total());
        values.put("state", state);
        return Page.of("", SuggestionsPanel.class, "suggestions.peb", values);
    }

    /** For a token of one user those for that user and for everybody, among the newest. */
    private static tacit.api.store.Page<Suggestion> page(
            View view, SuggestionDesk open, Suggestion.@Nullable State state) {
        Scope scope = view.principal().scope();
        if (scope.userId() == null) {
            return open.list(scope.workspaceId(), state, new PageRequest(view.offset(), SIZE));
        }
        List<Suggestion> own =
                open.list(scope.workspaceId(), state, PageRequest.first(PageRequest.MAX_LIMIT)).rows().stream()
                        .filter(one -> visible(scope, one))
                        .toList();
        return new tacit.api.store.Page<>(
                own.stream().skip(view.offset()).limit(SIZE).toList(), view.offset(), own.size());
    }

    private static boolean visible(Scope scope, Suggestion one) {
        SuggestionDraft draft = one.draft();
        return draft.workspaceId().equals(scope.workspaceId())
                && (scope.userId() == null
                        || draft.userId() == null
                        || draft.userId().equals(scope.userId()));
    }

    private static Page one(Suggestion one) {
        Map<String, Object> values = new LinkedHashMap<>(row(one));
        values.put("suggestion", one);
        values.put("evidence", References.rows(one.draft().evidence()));
        values.put("waits", one.state() == Suggestion.State.OPEN || one.state() == Suggestion.State.SNOOZED);
        return Page.of(one.draft().title(), SuggestionsPanel.class, "suggestion.peb", values);
    }

    private static Map<String, Object> row(Suggestion one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", one.id());
        row.put("title", one.draft().title());
        row.put("whyNow", one.draft().whyNow());
        row.put("topic", one.draft().topic());
        row.put("urgency", one.draft().urgency());
        row.put("confidence", one.draft().confidence());
        row.put("state", one.state());
        row.put("createdAt", one.createdAt());
        return row;
    }

    private Suggestion found(View view, String id) {
        return Acts.there(desk, "keeps suggestions")
                .find(id)
                .filter(one -> visible(view.principal().scope(), one))
                .orElseThrow(() -> missing(id));
    }

    private static HttpProblem missing(String id) {
        return new HttpProblem(404, "There is no suggestion '" + id + "' here");
    }
}
