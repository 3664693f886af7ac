package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillChange;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillEvalReport;
import tacit.api.adapt.SkillFilesReport;
import tacit.api.adapt.SkillImport;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposalReceipt;
import tacit.api.adapt.SkillReview;
import tacit.api.adapt.SkillReviewReceipt;
import tacit.api.adapt.SkillVersion;
import tacit.api.http.Call;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;

/** How skills and their proposals look as JSON, and whose are meant. */
final class SkillViews {

    private SkillViews() {}

    /** Of the user that the token or the query names, or the workspace's own. */
    static Scope scope(Scope token, @Nullable String named) {
        return new Scope(token.workspaceId(), ContextQuestion.user(token, named));
    }

    /** Where something may lie that the token may see: with its user, and with the workspace. */
    static List<Scope> owners(Scope scope) {
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        return scope.userId() == null ? List.of(workspace) : List.of(scope, workspace);
    }

    /** An act that needs nothing said may come without a body. */
    static JsonNode body(Call call) {
        return call.body().length == 0 ? JsonNodeFactory.instance.objectNode() : Json.body(call);
    }

    static Map<String, Object> skill(Skill skill) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", skill.name());
        fields.put("state", word(skill.state()));
        fields.put("title", skill.current().content().name());
        fields.put("description", skill.current().content().description());
        fields.put("version", skill.current().version());
        fields.put(
                "uses",
                Map.of(
                        "successes", skill.uses().successes(),
                        "failures", skill.uses().failures(),
                        "open", skill.uses().open()));
        put(fields, "patternId", skill.patternId());
        fields.put("createdAt", skill.createdAt().toString());
        fields.put("updatedAt", skill.updatedAt().toString());
        return fields;
    }

    static Map<String, Object> version(SkillVersion version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", version.version());
        fields.put("at", version.at().toString());
        fields.put("by", version.by().name());
        fields.put("note", version.note());
        put(fields, "proposalId", version.proposalId());
        fields.put("evidence", version.evidence());
        fields.put("content", draft(version.content()));
        return fields;
    }

    static Map<String, Object> draft(SkillDraft draft) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", draft.id());
        fields.put("name", draft.name());
        fields.put("description", draft.description());
        fields.put("prompt", draft.prompt());
        fields.put("icon", draft.icon());
        fields.put("category", draft.category());
        fields.put(
                "parameters", draft.parameters().stream().map(one -> one.name()).toList());
        fields.put("enabled", draft.enabled());
        return fields;
    }

    static Map<String, Object> proposal(SkillProposal proposal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", proposal.id());
        fields.put("kind", word(proposal.kind()));
        fields.put("status", word(proposal.status()));
        fields.put("problemStatement", proposal.problemStatement());
        fields.put("evidence", proposal.evidence());
        fields.put("requiredTools", proposal.requiredTools());
        fields.put("riskNote", proposal.riskNote());
        fields.put("draftSkill", draft(proposal.draft()));
        put(fields, "patternId", proposal.patternId());
        fields.put("proposer", proposal.proposer().name());
        fields.put("createdAt", proposal.createdAt().toString());
        fields.put("updatedAt", proposal.updatedAt().toString());
        SkillReview review = proposal.review();
        if (review != null) {
            fields.put("reviewedBy", review.by().name());
            put(fields, "reason", review.reason());
            put(fields, "approvedSkillId", review.skillName());
        }
        return fields;
    }

    static Map<String, Object> receipt(SkillProposalReceipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", word(receipt.status()));
        put(fields, "id", receipt.proposalId());
        put(fields, "duplicateOf", receipt.duplicateOf());
        put(
                fields,
                "cooldownUntil",
                Optional.ofNullable(receipt.cooldownUntil())
                        .map(Object::toString)
                        .orElse(null));
        put(fields, "reason", receipt.reason().isEmpty() ? null : receipt.reason());
        return fields;
    }

    static Map<String, Object> review(SkillReviewReceipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        SkillProposal proposal = receipt.proposal();
        put(fields, "proposal", proposal == null ? null : proposal(proposal));
        fields.put("files", files(receipt.files()));
        return fields;
    }

    static Map<String, Object> change(SkillChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Skill skill = change.skill();
        put(fields, "skill", skill == null ? null : skill(skill));
        fields.put("files", files(change.files()));
        return fields;
    }

    static Map<String, Object> files(SkillFilesReport files) {
        return Map.of("written", files.written(), "removed", files.removed(), "kept", files.kept());
    }

    static Map<String, Object> imported(SkillImport done) {
        Map<String, Object> proposals = new LinkedHashMap<>();
        done.proposals().forEach((path, receipt) -> proposals.put(path, receipt(receipt)));
        return Map.of("proposals", proposals, "refused", done.refused());
    }

    static Map<String, Object> report(SkillEvalReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("proposalId", report.proposalId());
        fields.put("draftSkillId", report.skillId());
        fields.put("passed", report.passed());
        fields.put("score", report.score());
        fields.put(
                "cases",
                report.cases().stream()
                        .map(result -> Map.of(
                                "id", result.id(),
                                "passed", result.passed(),
                                "score", result.score(),
                                "missingSignals", result.missingSignals(),
                                "forbiddenFound", result.forbiddenFound(),
                                "missingTools", result.missingTools()))
                        .toList());
        return fields;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
