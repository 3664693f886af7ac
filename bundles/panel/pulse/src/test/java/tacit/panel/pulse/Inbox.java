package tacit.panel.pulse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.Approvals;
import tacit.api.autonomy.Capability;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** An inbox in memory; it notes what it was told. */
final class Inbox implements Approvals {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final List<Approval> all = new ArrayList<>();
    final List<EarnedAutonomy> earned = new ArrayList<>();

    /** By the workspace or the profile that they count for. */
    final Map<String, List<PermissionRule>> rules = new LinkedHashMap<>();

    final List<String> acts = new ArrayList<>();

    Inbox with(String id, String workspace, @Nullable String user, String text) {
        ActionRequest request = new ActionRequest(
                "r-" + id,
                "p1",
                workspace,
                user,
                "workspace:" + workspace,
                ApprovalType.RUN_COMMAND,
                "run_command",
                text,
                Map.of("command", "git push origin main " + text, "path", "/srv/shop"),
                "heartbeat:p0",
                List.of("trace:t1", "signal:" + text));
        PermissionDecision decision = new PermissionDecision(
                PermissionEffect.ASK,
                "mode",
                "mode.accept_edits",
                "Commands are asked in this mode. " + text,
                List.of("once", "workspace", "profile"));
        all.add(new Approval(
                id, request, decision, Approval.State.PENDING, null, null, null, NOON.minusSeconds(300), null, null));
        return this;
    }

    Inbox earned(String profile, EarnedAutonomy.Level level, String text) {
        earned.add(new EarnedAutonomy(
                profile, "workspace:default", "run_command", level, 21, 1, 0.78, NOON, "21 of 22 went well. " + text));
        return this;
    }

    Inbox rule(String of, String id, PermissionRule.Source source, String pattern) {
        rules.computeIfAbsent(of, key -> new ArrayList<>())
                .add(new PermissionRule(
                        id,
                        PermissionEffect.ALLOW,
                        PermissionRule.Scope.COMMAND_PREFIX,
                        pattern,
                        "run_command",
                        source));
        return this;
    }

    @Override
    public Optional<Approval> answer(
            String id, boolean allow, String by, @Nullable String note, @Nullable String keep) {
        Approval one = find(id).orElseThrow();
        if (one.state() != Approval.State.PENDING) {
            throw new IllegalStateException("Cannot answer '" + id + "': it is " + one.state());
        }
        acts.add((allow ? "allow " : "deny ") + id + " " + by + " " + note + " " + keep);
        Approval.State state = allow ? Approval.State.APPROVED : Approval.State.DENIED;
        all.set(
                all.indexOf(one),
                new Approval(id, one.request(), one.decision(), state, by, note, null, one.createdAt(), NOON, null));
        return find(id);
    }

    @Override
    public Optional<Approval> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Page<Approval> list(
            @Nullable Scope scope, Approval.@Nullable State state, @Nullable String profileId, PageRequest page) {
        Scope asked = Objects.requireNonNull(scope, "a panel must ask within its scope");
        List<Approval> fitting = all.stream()
                .filter(one -> one.request().workspaceId().equals(asked.workspaceId()))
                .filter(one -> asked.userId() == null
                        || asked.userId().equals(one.request().userId()))
                .filter(one -> state == null || one.state() == state)
                .filter(one -> profileId == null || one.request().profileId().equals(profileId))
                .toList();
        return new Page<>(
                fitting.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), fitting.size());
    }

    @Override
    public List<EarnedAutonomy> earned(@Nullable String profileId) {
        return earned.stream().filter(one -> one.profileId().equals(profileId)).toList();
    }

    @Override
    public void demote(String profileId, String targetKey, String action, String by, String reason) {
        acts.add("demote " + profileId + " " + targetKey + " " + action + " " + by);
        earned.removeIf(one -> one.profileId().equals(profileId));
    }

    @Override
    public List<PermissionRule> rules(@Nullable String workspaceId, @Nullable String profileId) {
        return rules.getOrDefault(workspaceId == null ? profileId : workspaceId, List.of());
    }

    @Override
    public void rule(@Nullable String workspaceId, @Nullable String profileId, PermissionRule rule, String by) {
        acts.add("rule " + workspaceId + " " + profileId + " " + rule.effect() + " " + rule.pattern() + " " + by);
        rule(Objects.requireNonNull(workspaceId), "rule-" + acts.size(), rule.source(), rule.pattern());
    }

    @Override
    public boolean removeRule(String id, String by) {
        acts.add("forget " + id + " " + by);
        rules.values().forEach(some -> some.removeIf(rule -> rule.id().equals(id)));
        return true;
    }

    @Override
    public AgentConfig config(String profileId) {
        return new AgentConfig(
                true,
                List.of(ApprovalType.READ, ApprovalType.WRITE),
                false,
                "inbox",
                true,
                true,
                List.of(Capability.READ, Capability.WRITE),
                List.of("preset safe_autonomy", Attack.TEXT));
    }

    @Override
    public Approval ask(ActionRequest request) {
        throw new UnsupportedOperationException("A panel asks nothing");
    }

    @Override
    public void outcome(String id, boolean success) {
        throw new UnsupportedOperationException("A panel measures nothing");
    }

    @Override
    public boolean withdraw(String id, String reason) {
        throw new UnsupportedOperationException("A panel takes nothing back");
    }

    @Override
    public DryRun dryRun(
            @Nullable String profileId, Instant since, Map<String, String> changes, List<PermissionRule> more) {
        acts.add("dry-run " + profileId + " " + since + " " + changes);
        return new DryRun(
                all.size(),
                Map.of(PermissionEffect.ASK, all.size()),
                Map.of(PermissionEffect.ALLOW, all.size()),
                all.stream()
                        .map(one -> new Changed(
                                one.id(),
                                one.request().action(),
                                one.decision(),
                                new PermissionDecision(
                                        PermissionEffect.ALLOW,
                                        "mode",
                                        "mode.bypass",
                                        one.decision().reason(),
                                        List.of())))
                        .toList());
    }
}
