package tacit.adapt.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillEvalCase;
import tacit.api.adapt.SkillEvalReport;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.adapt.SkillProposalReceipt;
import tacit.api.adapt.SkillProposals;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;

/** Lets an agent propose a skill, and look at what waits; it never decides. */
@Component
public final class SkillProposalTool implements RecallTool {

    private static final int MOST = 50;

    private final SkillProposals proposals;
    private final AuditLog audit;

    @Activate
    public SkillProposalTool(@Reference SkillProposals proposals, @Reference AuditLog audit) {
        this.proposals = proposals;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "skill_proposal";
    }

    @Override
    public String summary() {
        return "Proposes a skill for a recurring task, lists proposals, or checks a draft; people decide on it";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(
                new ToolParameter("action", Kind.TEXT, true, "create, list or eval"),
                new ToolParameter("problem", Kind.TEXT, false, "create: what recurs"),
                new ToolParameter("evidence", Kind.TEXTS, false, "create: why a skill should help"),
                new ToolParameter("required_tools", Kind.TEXTS, false, "create: the tools that it needs"),
                new ToolParameter("risk", Kind.TEXT, false, "create: what may go wrong"),
                new ToolParameter("skill_id", Kind.TEXT, false, "create: a name of a-z, 0-9 and hyphens"),
                new ToolParameter("skill_name", Kind.TEXT, false, "create: a name for people"),
                new ToolParameter("description", Kind.TEXT, false, "create: what it does and when to use it"),
                new ToolParameter("prompt", Kind.TEXT, false, "create: what to do, as Markdown"),
                new ToolParameter("id", Kind.TEXT, false, "eval: of the proposal"),
                new ToolParameter("expected", Kind.TEXTS, false, "eval: words that the draft has to say"),
                new ToolParameter("forbidden", Kind.TEXTS, false, "eval: words that it must not say"));
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        String action = text(call, "action");
        return switch (action.toLowerCase(Locale.ROOT)) {
            case "create" -> create(call);
            case "list" -> list(call);
            case "eval" -> evaluate(call);
            case "approve", "reject" ->
                throw new IllegalArgumentException(
                        "action must be create, list or eval: a person decides on a skill, never an agent");
            default -> throw new IllegalArgumentException("action must be create, list or eval, got '" + action + "'");
        };
    }

    private ToolAnswer create(ToolCall call) {
        String task = call.taskId();
        if (task == null) {
            throw new IllegalArgumentException("taskId must name the run that calls, for a tool that proposes");
        }
        SkillDraft draft = new SkillDraft(
                text(call, "skill_id"),
                text(call, "skill_name"),
                text(call, "description"),
                text(call, "prompt"),
                "",
                "proposed",
                List.of(),
                true);
        SkillProposalDraft proposal = new SkillProposalDraft(
                text(call, "problem"),
                texts(call, "evidence"),
                texts(call, "required_tools"),
                optional(call, "risk") == null ? "" : text(call, "risk"),
                draft,
                new SkillActor(SkillActor.Kind.AGENT, "agent"),
                List.of(task));
        audit.write(
                "agent", "skill.propose", task, Map.of("workspace", call.scope().workspaceId()));
        SkillProposalReceipt receipt = proposals.propose(call.scope(), proposal);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("status", receipt.status().name().toLowerCase(Locale.ROOT));
        put(row, "id", receipt.proposalId());
        put(row, "duplicateOf", receipt.duplicateOf());
        put(
                row,
                "cooldownUntil",
                receipt.cooldownUntil() == null ? null : receipt.cooldownUntil().toString());
        put(row, "message", receipt.reason().isEmpty() ? "it waits for a person to decide" : receipt.reason());
        return ToolAnswer.of(List.of(row));
    }

    private ToolAnswer list(ToolCall call) {
        return ToolAnswer.of(proposals.list(call.scope(), SkillProposal.Status.PENDING, MOST).stream()
                .map(SkillProposalTool::row)
                .toList());
    }

    private static Map<String, Object> row(SkillProposal proposal) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", proposal.id());
        row.put("status", proposal.status().name().toLowerCase(Locale.ROOT));
        row.put("kind", proposal.kind().name().toLowerCase(Locale.ROOT));
        row.put("skill", proposal.draft().id());
        row.put("description", proposal.draft().description());
        row.put("evidence", proposal.evidence());
        return row;
    }

    private ToolAnswer evaluate(ToolCall call) {
        List<String> expected = texts(call, "expected");
        List<String> forbidden = texts(call, "forbidden");
        List<SkillEvalCase> cases = expected.isEmpty() && forbidden.isEmpty()
                ? List.of()
                : List.of(new SkillEvalCase("asked", "", expected, forbidden, texts(call, "required_tools")));
        String id = text(call, "id");
        SkillEvalReport report = proposals
                .evaluate(call.scope(), id, cases)
                .orElseThrow(() -> new IllegalArgumentException("Cannot find proposal '" + id + "'"));
        return ToolAnswer.of(report.cases().stream()
                .map(result -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("case", result.id());
                    row.put("passed", result.passed());
                    row.put("score", result.score());
                    row.put("missing", result.missingSignals());
                    row.put("forbidden", result.forbiddenFound());
                    row.put("missingTools", result.missingTools());
                    return row;
                })
                .toList());
    }

    private static void put(Map<String, Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(name, value);
        }
    }

    private static String text(ToolCall call, String name) {
        String value = optional(call, name);
        if (value == null) {
            throw new IllegalArgumentException(name + " must be a text that is not blank");
        }
        return value;
    }

    private static @Nullable String optional(ToolCall call, String name) {
        return call.arguments().get(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static List<String> texts(ToolCall call, String name) {
        List<String> texts = new ArrayList<>();
        if (call.arguments().get(name) instanceof List<?> list) {
            list.forEach(element -> texts.add(String.valueOf(element)));
        }
        return texts;
    }
}
