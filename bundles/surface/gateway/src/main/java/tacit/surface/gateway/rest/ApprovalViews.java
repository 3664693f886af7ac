package tacit.surface.gateway.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals.DryRun;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionRule;

/** How acts, rules and what was earned look as JSON. */
final class ApprovalViews {

    private ApprovalViews() {}

    static Map<String, Object> approval(Approval entry) {
        ActionRequest request = entry.request();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", entry.id());
        fields.put("state", word(entry.state()));
        fields.put("requestId", request.id());
        fields.put("workspaceId", request.workspaceId());
        fields.put("profileId", request.profileId());
        put(fields, "userId", request.userId());
        fields.put("targetKey", request.targetKey());
        fields.put("type", word(request.type()));
        fields.put("action", request.action());
        fields.put("summary", request.summary());
        fields.put("details", new TreeMap<>(request.details()));
        fields.put("evidence", request.evidence());
        put(fields, "traceId", request.traceId());
        fields.put("decision", decision(entry.decision()));
        put(fields, "answeredBy", entry.answeredBy());
        put(fields, "note", entry.note());
        put(fields, "outcome", entry.outcome());
        put(fields, "createdAt", time(entry.createdAt()));
        put(fields, "answeredAt", time(entry.answeredAt()));
        put(fields, "expiresAt", time(entry.expiresAt()));
        return fields;
    }

    private static Map<String, Object> decision(PermissionDecision decision) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("effect", word(decision.effect()));
        fields.put("posture", decision.posture());
        fields.put("rule", decision.rule());
        fields.put("reason", decision.reason());
        fields.put("persistence", decision.persistence());
        return fields;
    }

    static Map<String, Object> rule(PermissionRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("effect", word(rule.effect()));
        fields.put("scope", word(rule.scope()));
        fields.put("pattern", rule.pattern());
        put(fields, "tool", rule.tool());
        fields.put("source", word(rule.source()));
        return fields;
    }

    static Map<String, Object> earned(EarnedAutonomy earned) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("profileId", earned.profileId());
        fields.put("targetKey", earned.targetKey());
        fields.put("action", earned.action());
        fields.put("level", word(earned.level()));
        fields.put("successes", earned.successes());
        fields.put("failures", earned.failures());
        fields.put("lowerBound", earned.lowerBound());
        put(fields, "changedAt", time(earned.changedAt()));
        fields.put("reason", earned.reason());
        return fields;
    }

    static Map<String, Object> config(AgentConfig config) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("autonomousMode", config.autonomousMode());
        fields.put("autoApproveTypes", words(config.autoApproveTypes()));
        fields.put("allowUserInput", config.allowUserInput());
        fields.put("humanInputPolicy", config.humanInputPolicy());
        fields.put("pauseForRequiredDecision", config.pauseForRequiredDecision());
        fields.put("requireWorktree", config.requireWorktree());
        fields.put("capabilities", words(config.capabilities()));
        fields.put("layers", config.layers());
        return fields;
    }

    static Map<String, Object> dryRun(DryRun run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("requests", run.requests());
        fields.put("before", counts(run.before()));
        fields.put("after", counts(run.after()));
        fields.put(
                "changed",
                run.changed().stream()
                        .map(one -> Map.of(
                                "id", one.approvalId(),
                                "action", one.action(),
                                "before", decision(one.before()),
                                "after", decision(one.after())))
                        .toList());
        return fields;
    }

    private static Map<String, Integer> counts(Map<? extends Enum<?>, Integer> counts) {
        Map<String, Integer> words = new TreeMap<>();
        counts.forEach((effect, count) -> words.put(word(effect), count));
        return words;
    }

    private static List<String> words(List<? extends Enum<?>> choices) {
        return choices.stream().map(ApprovalViews::word).toList();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
