package tacit.surface.gateway.rest.harness;

import static tacit.surface.gateway.rest.reply.Views.put;
import static tacit.surface.gateway.rest.reply.Views.word;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.Artifact;
import tacit.api.generation.Candidate;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.LedgerEntry;
import tacit.api.generation.StepResult;
import tacit.api.harness.Decision;
import tacit.api.harness.RoleStatus;
import tacit.api.trust.BundleFacts;

/** How the harness looks as JSON; times that things take are milliseconds with a fraction. Pure functions. */
final class HarnessViews {

    private HarnessViews() {}

    static Map<String, Object> generation(Generation generation, @Nullable LedgerEntry latest, boolean active) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", generation.number());
        fields.put("active", active);
        put(fields, "parent", generation.parent());
        fields.put("createdAt", generation.createdAt().toString());
        fields.put("createdBy", generation.createdBy());
        fields.put("reason", generation.reason());
        put(fields, "experimentId", generation.experimentId());
        put(fields, "lastAct", latest == null ? null : word(latest.act()));
        put(fields, "lastActAt", latest == null ? null : latest.at().toString());
        put(fields, "lastActReason", latest == null ? null : latest.reason());
        fields.put("roles", generation.roles().size());
        return fields;
    }

    static Map<String, Object> whole(Generation generation, @Nullable LedgerEntry latest, boolean active) {
        Map<String, Object> fields = generation(generation, latest, active);
        Map<String, Object> roles = new LinkedHashMap<>();
        generation.roles().forEach((role, artifact) -> roles.put(role, artifact(artifact)));
        fields.put("roles", roles);
        fields.put("settings", generation.configurations());
        return fields;
    }

    static Map<String, Object> artifact(Artifact artifact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bundle", artifact.symbolicName());
        fields.put("version", artifact.version());
        fields.put("sha256", artifact.sha256());
        return fields;
    }

    static Map<String, Object> diff(GenerationDiff diff) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("from", diff.from());
        fields.put("to", diff.to());
        fields.put("roles", diff.roles().stream().map(HarnessViews::role).toList());
        fields.put(
                "settings", diff.settings().stream().map(HarnessViews::setting).toList());
        return fields;
    }

    private static Map<String, Object> role(GenerationDiff.RoleChange change) {
        Artifact before = change.before();
        Artifact after = change.after();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("role", change.role());
        put(fields, "before", before == null ? null : artifact(before));
        put(fields, "after", after == null ? null : artifact(after));
        return fields;
    }

    private static Map<String, Object> setting(GenerationDiff.SettingChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pid", change.pid());
        fields.put("key", change.key());
        put(fields, "before", change.before());
        put(fields, "after", change.after());
        return fields;
    }

    static Map<String, Object> plan(ActivationPlan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("diff", diff(plan.diff()));
        fields.put("packages", plan.packages());
        fields.put("services", plan.services());
        fields.put("affected", plan.affected());
        fields.put("problems", plan.problems());
        return fields;
    }

    static Map<String, Object> report(ActivationReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("succeeded", report.succeeded());
        fields.put("before", report.before());
        fields.put("active", report.active());
        put(
                fields,
                "failure",
                report.failure()
                        .map(step -> word(step.step()) + " of " + step.subject() + ": " + step.detail())
                        .orElse(null));
        fields.put("tookMillis", millis(report.took()));
        fields.put("steps", report.steps().stream().map(HarnessViews::step).toList());
        return fields;
    }

    private static Map<String, Object> step(StepResult step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", word(step.step()));
        fields.put("subject", step.subject());
        fields.put("passed", step.passed());
        fields.put("detail", step.detail());
        fields.put("tookMillis", millis(step.took()));
        return fields;
    }

    static Map<String, Object> candidate(Candidate candidate) {
        BundleFacts facts = candidate.facts();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sha256", candidate.sha256());
        fields.put("file", candidate.fileName());
        put(fields, "bundle", facts == null ? null : facts.symbolicName());
        put(fields, "version", facts == null ? null : facts.version());
        fields.put("state", word(candidate.state()));
        put(fields, "roles", facts == null ? null : facts.roles().keySet());
        fields.put("stagedAt", candidate.stagedAt().toString());
        fields.put("stagedBy", candidate.stagedBy());
        fields.put("needs", candidate.needs());
        fields.put("problems", candidate.problems());
        return fields;
    }

    static Map<String, Object> role(RoleStatus role) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("role", role.role());
        fields.put("type", role.type());
        put(fields, "bundle", role.symbolicName());
        put(fields, "version", role.version());
        put(fields, "sha256", role.sha256());
        put(fields, "slot", role.slot());
        fields.put("leases", role.leases());
        fields.put("calls", role.calls());
        fields.put("errors", role.errors());
        Duration p99 = role.p99();
        put(fields, "p99Millis", p99 == null ? null : millis(p99));
        return fields;
    }

    static Map<String, Object> decision(Decision decision) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", decision.id());
        fields.put("at", decision.situation().clock().toString());
        fields.put("role", decision.situation().role());
        fields.put("method", decision.situation().method());
        fields.put("generation", decision.generation());
        fields.put("sha256", decision.providerSha256());
        fields.put("tookMillis", millis(decision.took()));
        fields.put("output", decision.output());
        return fields;
    }

    static Map<String, Object> wholeDecision(Decision decision) {
        Map<String, Object> fields = decision(decision);
        fields.put("seed", decision.situation().seed());
        fields.put("redactions", decision.redactions());
        fields.put("inputs", decision.situation().inputs());
        fields.put(
                "inner",
                decision.situation().inner().stream()
                        .map(call -> call.target() + "." + call.method() + call.inputs() + " = " + call.output())
                        .toList());
        return fields;
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1_000_000.0;
    }
}
