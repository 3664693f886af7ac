package tacit.surface.gateway.rest;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.WriteGate;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Lets an operator do a write that waits, do it with another text, or drop it; the gate puts it into the audit log first. */
@Component
public final class WriteReviewResource implements HttpResource {

    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_RESOLUTION = 2_000;

    private final WriteGate gate;

    @Activate
    public WriteReviewResource(@Reference WriteGate gate) {
        this.gate = gate;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/writes/{id}/{review}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String id = Paths.parameter(call, "id");
        String review = Paths.parameter(call, "review");
        if (!Set.of("approve", "edit", "reject").contains(review)) {
            throw new HttpProblem(404, "A write can be reviewed by approve, edit and reject");
        }
        PendingWrite pending = gate.find(call.principal().scope(), id)
                .orElseThrow(() -> new HttpProblem(404, "No such write in the token's scope"));
        if (pending.status() != PendingWrite.Status.PENDING && pending.status() != PendingWrite.Status.APPLYING) {
            throw new HttpProblem(409, "The write does not wait any more");
        }
        try {
            return Json.reply(200, WriteViews.write(reviewed(call, id, review)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }

    private PendingWrite reviewed(Call call, String id, String review) {
        Principal by = call.principal();
        if (review.equals("edit")) {
            Fields fields = Fields.of(Json.body(call), Set.of("text", "resolution"));
            return gate.approveEdited(
                    by.scope(),
                    id,
                    fields.text("text", LONGEST_TEXT),
                    by.name(),
                    fields.optionalText("resolution", LONGEST_RESOLUTION));
        }
        String resolution = resolution(call);
        return review.equals("approve")
                ? gate.approve(by.scope(), id, by.name(), resolution)
                : gate.reject(by.scope(), id, by.name(), resolution);
    }

    private static @Nullable String resolution(Call call) {
        return call.body().length == 0
                ? null
                : Fields.of(Json.body(call), Set.of("resolution")).optionalText("resolution", LONGEST_RESOLUTION);
    }
}
