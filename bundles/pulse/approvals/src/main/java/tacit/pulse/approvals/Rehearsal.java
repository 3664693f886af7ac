package tacit.pulse.approvals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approvals.Changed;
import tacit.api.autonomy.Approvals.DryRun;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.store.Database;

/** Judges recorded acts once more under a changed policy; it only reads. Confined to one call. */
final class Rehearsal {

    private static final int MOST = 10_000;
    private static final int AT_ONCE = 500;
    private static final int MOST_CHANGED = 1_000;

    private final Database database;
    private final Judge judge;
    private final Rules rules;
    private final Measuring earned;
    private final Map<PermissionEffect, Integer> before = new EnumMap<>(PermissionEffect.class);
    private final Map<PermissionEffect, Integer> after = new EnumMap<>(PermissionEffect.class);
    private final List<Changed> changed = new ArrayList<>();
    private final Map<String, List<PermissionRule>> known = new HashMap<>();

    Rehearsal(Database database, Judge judge, Rules rules, Measuring earned) {
        this.database = database;
        this.judge = judge;
        this.rules = rules;
        this.earned = earned;
    }

    DryRun run(@Nullable String profileId, Instant since, Map<String, String> changes, List<PermissionRule> more) {
        int judged = 0;
        long place = Long.MAX_VALUE;
        boolean end = false;
        while (!end && judged < MOST) {
            long from = place;
            List<EntryRows.Judged> some =
                    database.read(session -> new EntryRows(session).since(profileId, since, from, AT_ONCE));
            for (EntryRows.Judged one : some) {
                judge(one, changes, more);
                place = one.sequence();
            }
            judged += some.size();
            end = some.size() < AT_ONCE;
        }
        return new DryRun(judged, before, after, changed);
    }

    private void judge(EntryRows.Judged one, Map<String, String> changes, List<PermissionRule> more) {
        Approval entry = one.approval();
        PermissionDecision said = entry.decision();
        PermissionDecision now = said.posture().equals("guardrail") && said.effect() == PermissionEffect.DENY
                ? said
                : judge.judge(
                        entry.request(),
                        changes,
                        rules(entry.request(), more),
                        earned.of(entry.request()),
                        one.denials());
        before.merge(said.effect(), 1, Integer::sum);
        after.merge(now.effect(), 1, Integer::sum);
        if (now.effect() != said.effect() && changed.size() < MOST_CHANGED) {
            changed.add(new Changed(entry.id(), entry.request().action(), said, now));
        }
    }

    private List<PermissionRule> rules(ActionRequest request, List<PermissionRule> more) {
        return known.computeIfAbsent(request.workspaceId() + "\n" + request.profileId(), key -> {
            List<PermissionRule> all = new ArrayList<>(rules.of(request.workspaceId(), request.profileId()));
            all.addAll(more);
            return all;
        });
    }
}
