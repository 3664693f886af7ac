package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDesk;
import tacit.api.adapt.SkillEvalCase;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.SkillReviewReceipt;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Lets an operator decide on a proposal, or see how its draft does. */
@Component
public final class SkillReviewResource implements HttpResource {

    private final SkillDesk desk;
    private final SkillProposals proposals;

    @Activate
    public SkillReviewResource(@Reference SkillDesk desk, @Reference SkillProposals proposals) {
        this.desk = desk;
        this.proposals = proposals;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/skills/proposals/{id}/{act}";
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
        try {
            Fields fields = Fields.of(
                    SkillViews.body(call),
                    Set.of("reason", "name", "prove", "userId", "expected", "forbidden", "requiredTools"));
            Scope scope = SkillViews.scope(call.principal().scope(), fields.optionalText("userId", 400));
            SkillActor by = SkillActor.operator(call.principal().name());
            return switch (act) {
                case "approve" -> approved(scope, id, by, fields);
                case "reject" -> answer(desk.reject(scope, id, by, fields.text("reason", 2_000)));
                case "eval" -> evaluated(scope, id, fields);
                default -> throw new HttpProblem(404, "A proposal can be reviewed by approve, reject and eval");
            };
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private Reply approved(Scope scope, String id, SkillActor by, Fields fields) {
        String name = fields.optionalText("name", 64);
        String reason = fields.optionalText("reason", 2_000);
        return answer(
                fields.truth("prove", false)
                        ? desk.approveForProof(scope, id, by, name, reason)
                        : desk.approve(scope, id, by, name, reason));
    }

    private static Reply answer(SkillReviewReceipt receipt) {
        if (!receipt.done()) {
            throw new HttpProblem(receipt.proposal() == null ? 404 : 409, receipt.reason());
        }
        return Json.reply(200, SkillViews.review(receipt));
    }

    private Reply evaluated(Scope scope, String id, Fields fields) {
        List<String> expected = texts(fields, "expected");
        List<String> forbidden = texts(fields, "forbidden");
        List<SkillEvalCase> cases = expected.isEmpty() && forbidden.isEmpty()
                ? List.of()
                : List.of(new SkillEvalCase("asked", "", expected, forbidden, texts(fields, "requiredTools")));
        return proposals
                .evaluate(scope, id, cases)
                .map(report -> Json.reply(200, SkillViews.report(report)))
                .orElseThrow(() -> new HttpProblem(404, "No such proposal in the token's scope"));
    }

    private static List<String> texts(Fields fields, String name) {
        return fields.node().has(name) ? fields.texts(name, 50, 2_000) : List.of();
    }
}
