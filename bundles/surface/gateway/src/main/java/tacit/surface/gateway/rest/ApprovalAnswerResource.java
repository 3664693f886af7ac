package tacit.surface.gateway.rest;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Lets an operator allow or deny an act that waits; the inbox puts it into the audit log first. */
@Component
public final class ApprovalAnswerResource implements HttpResource {

    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_KEEP = 20;

    private final Approvals inbox;

    @Activate
    public ApprovalAnswerResource(@Reference Approvals inbox) {
        this.inbox = inbox;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/approvals/{id}/{answer}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String answer = Paths.parameter(call, "answer");
        if (!Set.of("allow", "deny").contains(answer)) {
            throw new HttpProblem(404, "An act can be answered by allow and deny");
        }
        Approval entry = ApprovalResource.found(inbox, call);
        try {
            return Json.reply(200, ApprovalViews.approval(answered(call, entry, answer.equals("allow"))));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, String.valueOf(e.getMessage()));
        }
    }

    private Approval answered(Call call, Approval entry, boolean allow) {
        String by = call.principal().name();
        if (call.body().length == 0) {
            return inbox.answer(entry.id(), allow, by, null, null).orElse(entry);
        }
        Fields fields = Fields.of(Json.body(call), Set.of("note", "keep"));
        return inbox.answer(
                        entry.id(),
                        allow,
                        by,
                        fields.optionalText("note", LONGEST_NOTE),
                        fields.optionalText("keep", LONGEST_KEEP))
                .orElse(entry);
    }
}
