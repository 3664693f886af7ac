package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.access.Principal;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.adapt.SkillProposalReceipt;
import tacit.api.adapt.SkillProposals;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Proposes a skill. */
@Component
public final class SkillProposeResource implements HttpResource {

    private static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "description",
            "prompt",
            "problemStatement",
            "evidence",
            "requiredTools",
            "riskNote",
            "traceId");

    private final SkillProposals proposals;
    private final AuditLog audit;

    @Activate
    public SkillProposeResource(@Reference SkillProposals proposals, @Reference AuditLog audit) {
        this.proposals = proposals;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/skills/proposals";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Principal by = call.principal();
        try {
            SkillProposalDraft draft = draft(Fields.of(Json.body(call), FIELDS), by);
            audit.write(
                    by.name(),
                    "skill.propose",
                    draft.draft().id(),
                    Map.of("workspace", by.scope().workspaceId()));
            SkillProposalReceipt receipt = proposals.propose(by.scope(), draft);
            int status =
                    switch (receipt.status()) {
                        case CREATED -> 201;
                        case DUPLICATE -> 200;
                        case BLOCKED -> 400;
                    };
            return Json.reply(status, SkillViews.receipt(receipt));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    /** Whoever holds an operator's token may propose, too; then somebody else decides. */
    private static SkillProposalDraft draft(Fields fields, Principal by) {
        SkillActor.Kind kind = by.role() == AccessRole.OPERATOR ? SkillActor.Kind.OPERATOR : SkillActor.Kind.AGENT;
        SkillDraft draft = new SkillDraft(
                fields.text("id", 64),
                fields.text("name", 200),
                fields.text("description", 1_024),
                fields.text("prompt", 100_000),
                "",
                "proposed",
                List.of(),
                true);
        String risk = fields.optionalText("riskNote", 2_000);
        String trace = fields.optionalText("traceId", 400);
        return new SkillProposalDraft(
                fields.text("problemStatement", 2_000),
                fields.node().has("evidence") ? fields.texts("evidence", 50, 2_000) : List.of(),
                fields.node().has("requiredTools") ? fields.texts("requiredTools", 50, 400) : List.of(),
                risk == null ? "" : risk,
                draft,
                new SkillActor(kind, by.name()),
                trace == null ? List.of() : List.of(trace));
    }
}
