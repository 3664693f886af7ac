package tacit.runtime.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.Approvals;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** An inbox with one entry that waits; it keeps what it was asked to do. */
public final class FakeApprovals implements Approvals {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    public final List<String> done = new ArrayList<>();
    public boolean late;

    private Approval entry(Approval.State state, @Nullable String by) {
        ActionRequest request = new ActionRequest(
                "r1",
                "p1",
                "w1",
                null,
                "workspace:w1",
                ApprovalType.RUN_COMMAND,
                "run_command",
                "Push it",
                Map.of("command", "git push"),
                "t1",
                List.of());
        return new Approval(
                "ap-1", request, said(PermissionEffect.ASK), state, by, null, null, NOW, by == null ? null : NOW, null);
    }

    private static PermissionDecision said(PermissionEffect effect) {
        return new PermissionDecision(effect, "mode", "mode.accept_edits", "Mode says so", List.of("once"));
    }

    @Override
    public AgentConfig config(String profileId) {
        if (!profileId.equals("p1")) {
            throw new IllegalArgumentException("Cannot find profile '" + profileId + "'");
        }
        return new AgentConfig(true, List.of(), false, "inbox", true, true, List.of(), List.of("preset safe_autonomy"));
    }

    @Override
    public Approval ask(ActionRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Approval> answer(
            String id, boolean allow, String by, @Nullable String note, @Nullable String keep) {
        if (late) {
            throw new IllegalStateException("Cannot answer '" + id + "': it is expired");
        }
        if (!id.equals("ap-1")) {
            return Optional.empty();
        }
        done.add((allow ? "allow " : "deny ") + id + " " + by + " " + note + " " + keep);
        return Optional.of(entry(allow ? Approval.State.APPROVED : Approval.State.DENIED, by));
    }

    @Override
    public void outcome(String id, boolean success) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean withdraw(String id, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Approval> find(String id) {
        return id.equals("ap-1") ? Optional.of(entry(Approval.State.PENDING, null)) : Optional.empty();
    }

    @Override
    public Page<Approval> list(
            @Nullable Scope scope, Approval.@Nullable State state, @Nullable String profileId, PageRequest page) {
        done.add("list " + (scope == null ? null : scope.workspaceId()) + " " + state + " " + profileId);
        return new Page<>(List.of(entry(Approval.State.PENDING, null)), 0, 1);
    }

    @Override
    public List<EarnedAutonomy> earned(@Nullable String profileId) {
        return List.of(new EarnedAutonomy(
                "p1", "workspace:w1", "dispatch_task", EarnedAutonomy.Level.TOLD, 9, 0, 0.7, NOW, "9 of 9 went well"));
    }

    @Override
    public void demote(String profileId, String targetKey, String action, String by, String reason) {
        done.add("demote " + profileId + " " + targetKey + " " + action + " " + by + " " + reason);
    }

    @Override
    public List<PermissionRule> rules(@Nullable String workspaceId, @Nullable String profileId) {
        done.add("rules " + workspaceId + " " + profileId);
        return List.of(new PermissionRule(
                "rule-1",
                PermissionEffect.ALLOW,
                PermissionRule.Scope.COMMAND_PREFIX,
                "git push",
                null,
                PermissionRule.Source.WORKSPACE_DB));
    }

    @Override
    public void rule(@Nullable String workspaceId, @Nullable String profileId, PermissionRule rule, String by) {
        done.add("rule " + workspaceId + " " + profileId + " " + rule.effect() + " " + rule.scope() + " "
                + rule.pattern() + " " + by);
    }

    @Override
    public boolean removeRule(String id, String by) {
        done.add("forget " + id + " " + by);
        return id.equals("rule-1");
    }

    @Override
    public DryRun dryRun(
            @Nullable String profileId, Instant since, Map<String, String> changes, List<PermissionRule> more) {
        done.add("dry-run " + profileId + " " + since + " " + changes + " " + more.size());
        return new DryRun(
                1,
                Map.of(PermissionEffect.ASK, 1),
                Map.of(PermissionEffect.ALLOW, 1),
                List.of(new Changed("ap-1", "run_command", said(PermissionEffect.ASK), said(PermissionEffect.ALLOW))));
    }
}
