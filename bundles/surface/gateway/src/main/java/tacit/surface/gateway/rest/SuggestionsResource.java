package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.store.Page;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lists suggestions, or with {@code show} those that are worth showing now, the best first. */
@Component
public final class SuggestionsResource implements HttpResource {

    private static final int MOST_SHOWN = 50;

    private final SuggestionDesk desk;

    @Activate
    public SuggestionsResource(@Reference SuggestionDesk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/suggestions";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "state", "show");
        Scope scope = call.principal().scope();
        if (query.truth("show", false)) {
            int limit = Math.min(MOST_SHOWN, query.page().limit());
            return Json.reply(
                    200, Map.of("rows", CoreViews.suggestions(desk.show(scope.workspaceId(), scope.userId(), limit))));
        }
        Page<Suggestion> page =
                desk.list(scope.workspaceId(), query.choice("state", Suggestion.State.class), query.page());
        return Json.reply(
                200,
                Map.of(
                        "offset", page.offset(),
                        "total", page.total(),
                        "rows",
                                CoreViews.suggestions(page.rows().stream()
                                        .filter(visible(scope))
                                        .toList())));
    }

    /** A token of a user sees what is for everybody and what is for that user. */
    static Predicate<Suggestion> visible(Scope scope) {
        return suggestion -> suggestion.draft().workspaceId().equals(scope.workspaceId())
                && (scope.userId() == null
                        || suggestion.draft().userId() == null
                        || scope.userId().equals(suggestion.draft().userId()));
    }
}
