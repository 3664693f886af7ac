package tacit.panel.pulse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.PulseDesk;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.PulseSituation.Limits;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Resolved;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingRule;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals;
import tacit.api.store.PageRequest;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Words;

/** What the page of a profile shows. */
final class ProfileRows {

    private static final int FEW = 10;

    private static final Map<ProfileField, String> LABELS = Map.of(
            ProfileField.ENABLED, "Acts by itself",
            ProfileField.CADENCE, "Minutes between pulses",
            ProfileField.STAGGER, "Minutes before the first pulse",
            ProfileField.COOLDOWN, "Minutes after a dispatch",
            ProfileField.DISPATCHES, "Dispatches in a day",
            ProfileField.STANCE, "How far it may go",
            ProfileField.ACTIVE_HOURS, "When it acts");

    private ProfileRows() {}

    /** The value that counts. */
    static String counts(ScopedSettings settings, AutomationProfile profile, ProfileField field) {
        return settings.resolve(field.setting().key(), Subject.ofProfile(profile))
                .value();
    }

    /** Each setting with what counts, who says so, and an input for it. */
    static List<Map<String, Object>> fields(ScopedSettings settings, AutomationProfile profile) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ProfileField field : ProfileField.values()) {
            Resolved resolved = settings.resolve(field.setting().key(), Subject.ofProfile(profile));
            rows.add(field(field, resolved, profile));
        }
        return rows;
    }

    private static Map<String, Object> field(ProfileField field, Resolved resolved, AutomationProfile profile) {
        boolean own = !profile.settings().inherited().contains(field);
        SettingRule rule = field.setting().rule();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name(field));
        row.put("label", LABELS.get(field));
        row.put("value", resolved.value());
        row.put("from", own ? "this profile" : resolved.scope() == null ? "the default" : Words.of(resolved.scope()));
        row.put("hint", "Must be " + rule.words());
        row.put("options", rule.type() == SettingRule.Type.TRUTH ? List.of("true", "false") : rule.options());
        row.put("change", "");
        if (own) {
            row.put(
                    "inherit",
                    Acts.button(
                            "inherit",
                            "Leave open",
                            "Let wider scopes, or the default, say this again?",
                            Map.of("id", profile.id(), "field", name(field), "version", profile.version())));
        }
        return row;
    }

    /** The name of its field in a form. */
    static String name(ProfileField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    /** How its next pulse would stand, its last ones, and what it does of itself. */
    static void standing(PulseDesk desk, AutomationProfile profile, Map<String, Object> values) {
        PulseDesk.Standing standing = desk.standing(profile.id());
        Limits limits = standing.limits();
        values.put("standing", standing);
        values.put("tuning", standing.tuning().fields());
        values.put("tokens", used(limits.tokensToday(), limits.tokensPerDay(), ""));
        values.put("money", used(limits.costToday() / 1e6, limits.costPerDay() / 1e6, " $"));
        values.put("interruptions", used(limits.interruptionsToday(), limits.interruptionsPerDay(), ""));
        values.put(
                "runs",
                Runs.rows(
                        desk.runs(
                                        new PulseDesk.Filter(
                                                profile.id(), profile.workspaceId(), PulseRun.Type.PULSE, null),
                                        PageRequest.first(FEW))
                                .rows(),
                        null));
        values.put(
                "tasks",
                desk.proactive(profile.id()).stream()
                        .map(task -> task(task, profile))
                        .toList());
    }

    private static String used(long today, long most, String unit) {
        return most == 0 ? today + unit + ", without a bound" : today + unit + " of " + most + unit;
    }

    private static String used(double today, double most, String unit) {
        String spent = String.format(Locale.ROOT, "%.2f", today);
        return most == 0
                ? spent + unit + ", without a bound"
                : spent + unit + " of " + String.format(Locale.ROOT, "%.2f", most) + unit;
    }

    private static Map<String, Object> task(ProactiveTask task, AutomationProfile profile) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("task", task);
        row.put("name", task.name());
        row.put("prompt", task.promptTemplate());
        row.put("every", task.frequencyMinutes() + " min");
        row.put("mode", task.executionMode() == null ? ProactiveTask.Mode.DISPATCH : task.executionMode());
        row.put("state", task.enabled() ? "on" : "off");
        row.put("priority", task.priority());
        row.put("change", "");
        row.put(
                "drop",
                Acts.button(
                        "drop",
                        "Remove",
                        "Remove this task? It does not come due again.",
                        Map.of("id", profile.id(), "task", task.id())));
        return row;
    }

    /** An input for each family, checked where the profile hears of it. */
    static List<Map<String, Object>> interests(Signals ledger, AutomationProfile profile) {
        Set<SignalFamily> heard = ledger.interests(profile.id());
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (SignalFamily family : SignalFamily.values()) {
            inputs.add(Map.of(
                    "name",
                    family.name().toLowerCase(Locale.ROOT),
                    "label",
                    Words.of(family),
                    "kind",
                    "check",
                    "value",
                    heard.contains(family)));
        }
        return inputs;
    }
}
