package tacit.surface.gateway.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Lets an operator answer a suggestion: act, snooze or dismiss. */
@Component
public final class SuggestionActResource implements HttpResource {

    private static final int LONGEST = 4_000;
    private static final int MOST_MINUTES = 129_600;

    private final SuggestionDesk desk;

    @Activate
    public SuggestionActResource(@Reference SuggestionDesk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/suggestions/{id}/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String id = Paths.parameter(call, "id");
        Optional<Suggestion> known = desk.find(id)
                .filter(SuggestionsResource.visible(call.principal().scope()));
        try {
            Optional<Suggestion> after = known.isEmpty() ? known : answered(call, id);
            return after.map(suggestion -> Json.reply(200, CoreViews.suggestion(suggestion)))
                    .orElseThrow(() -> new HttpProblem(404, "No such suggestion in the scope of the token"));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, e.getMessage() == null ? "It can not be answered" : e.getMessage());
        }
    }

    private Optional<Suggestion> answered(Call call, String id) {
        String by = call.principal().name();
        return switch (Paths.parameter(call, "act")) {
            case "act" -> desk.act(id, fields(call, "edited").optionalText("edited", LONGEST), by);
            case "snooze" ->
                desk.snooze(
                        id, Duration.ofMinutes(fields(call, "minutes").whole("minutes", 1_440, 1, MOST_MINUTES)), by);
            case "dismiss" -> desk.dismiss(id, fields(call, "reason").optionalText("reason", LONGEST), by);
            default -> throw new HttpProblem(404, "A suggestion can be answered by act, snooze and dismiss");
        };
    }

    private static Fields fields(Call call, String name) {
        return Fields.of(SkillViews.body(call), Set.of(name));
    }
}
