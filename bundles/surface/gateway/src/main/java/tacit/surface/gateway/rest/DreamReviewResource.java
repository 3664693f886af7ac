package tacit.surface.gateway.rest;

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
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamReview;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Lets an operator decide on a proposal to mend a memory. */
@Component
public final class DreamReviewResource implements HttpResource {

    private final DreamReview review;

    @Activate
    public DreamReviewResource(@Reference DreamReview review) {
        this.review = review;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/dreams/{id}/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String id = Paths.parameter(call, "id");
        String act = Paths.parameter(call, "act");
        String by = call.principal().name();
        try {
            Fields fields = Fields.of(SkillViews.body(call), Set.of("proposedValue", "reason", "userId"));
            Scope scope = SkillViews.scope(call.principal().scope(), fields.optionalText("userId", 400));
            if (review.find(scope, id).isEmpty()) {
                throw new HttpProblem(404, "No such candidate in the token's scope");
            }
            DreamCandidate candidate =
                    switch (act) {
                        case "accept" -> review.accept(scope, id, by);
                        case "edit" ->
                            review.edit(scope, id, fields.text("proposedValue", DreamDraft.LONGEST_VALUE), by);
                        case "reject" -> review.reject(scope, id, by, fields.optionalText("reason", 500));
                        case "archive" -> review.archive(scope, id, by);
                        case "undo" -> review.undo(scope, id, by);
                        default ->
                            throw new HttpProblem(
                                    404, "A candidate can be reviewed by accept, edit, reject, archive and undo");
                    };
            return Json.reply(200, DreamViews.candidate(candidate));
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
