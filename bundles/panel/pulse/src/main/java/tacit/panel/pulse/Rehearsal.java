package tacit.panel.pulse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.autonomy.Approvals;
import tacit.api.autonomy.Approvals.Changed;
import tacit.api.autonomy.Approvals.DryRun;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;
import tacit.api.pulse.CoreSetting;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** What another policy would have said to the acts of this host that are on record; without any effect. */
final class Rehearsal {

    private static final int MOST = 50;
    private static final int MOST_DAYS = 3_650;

    private Rehearsal() {}

    /** Adds what can be tried, and what came of it where something is tried; for who answers for the whole host. */
    static void add(View view, Approvals inbox, Map<String, Object> values) {
        values.put("host", Own.host(view));
        values.put("rehearsed", false);
        if (!Own.host(view)) {
            return;
        }
        Map<String, String> changes = new TreeMap<>();
        tried(view, "preset", CoreSetting.AUTONOMY_PRESET, changes, values);
        tried(view, "mode", CoreSetting.AUTONOMY_MODE, changes, values);
        int days = view.parameter("days").isEmpty() ? 0 : Fields.whole(view, "days", 0, MOST_DAYS);
        values.put("days", String.valueOf(days));
        if (changes.isEmpty()) {
            return;
        }
        Instant since = days == 0 ? Instant.EPOCH : view.now().minus(Duration.ofDays(days));
        shown(Acts.done(() -> inbox.dryRun(null, since, changes, List.of())), values);
    }

    private static void tried(
            View view, String name, CoreSetting setting, Map<String, String> changes, Map<String, Object> values) {
        List<String> options = new ArrayList<>(List.of(""));
        options.addAll(setting.rule().options());
        String chosen = view.parameter(name).orElse("");
        if (!options.contains(chosen)) {
            throw new HttpProblem(400, "The field '" + name + "' must be one of those offered");
        }
        if (!chosen.isEmpty()) {
            changes.put(setting.key(), chosen);
        }
        values.put(name, chosen);
        values.put(name + "s", options);
    }

    private static void shown(DryRun run, Map<String, Object> values) {
        values.put("rehearsed", true);
        values.put("requests", run.requests());
        List<Map<String, Object>> effects = new ArrayList<>();
        for (PermissionEffect effect : PermissionEffect.values()) {
            effects.add(Map.of(
                    "effect",
                    effect,
                    "before",
                    run.before().getOrDefault(effect, 0),
                    "after",
                    run.after().getOrDefault(effect, 0)));
        }
        values.put("effects", effects);
        values.put("differ", run.changed().size());
        values.put(
                "changed",
                run.changed().stream().limit(MOST).map(Rehearsal::row).toList());
    }

    private static Map<String, Object> row(Changed changed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", changed.approvalId());
        row.put("action", changed.action());
        row.put("before", changed.before().effect());
        row.put("after", changed.after().effect());
        row.put("why", changed.after().reason());
        return row;
    }
}
