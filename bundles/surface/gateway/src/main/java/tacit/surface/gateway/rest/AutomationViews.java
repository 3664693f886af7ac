package tacit.surface.gateway.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.ActiveHours;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ScopedSettings.Change;
import tacit.api.pulse.ScopedSettings.Resolved;
import tacit.api.pulse.Twin;
import tacit.surface.gateway.rest.reply.Views;

/** Profiles, settings by scope, switches and twins as the answers show them. */
final class AutomationViews {

    private AutomationViews() {}

    static Map<String, Object> profile(AutomationProfile profile) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", profile.id());
        fields.put("agentRoleId", profile.agentRoleId());
        fields.put("workspaceId", profile.workspaceId());
        fields.putAll(settings(profile.settings()));
        AutomationProfile.State state = profile.state();
        fields.put("heartbeatStatus", Views.word(state.status()));
        put(fields, "lastHeartbeatAt", state.lastHeartbeatAt());
        put(fields, "lastPulseAt", state.lastPulseAt());
        put(fields, "lastDispatchAt", state.lastDispatchAt());
        put(fields, "lastPulseResult", state.lastPulseResult() == null ? null : Views.word(state.lastPulseResult()));
        put(fields, "lastDispatchKind", state.lastDispatchKind() == null ? null : Views.word(state.lastDispatchKind()));
        fields.put("version", profile.version());
        fields.put("createdAt", profile.createdAt().toString());
        fields.put("updatedAt", profile.updatedAt().toString());
        return fields;
    }

    private static Map<String, Object> settings(ProfileSettings settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("enabled", settings.enabled());
        fields.put("cadenceMinutes", settings.cadence().toMinutes());
        fields.put("staggerOffsetMinutes", settings.staggerOffset().toMinutes());
        fields.put("dispatchCooldownMinutes", settings.dispatchCooldown().toMinutes());
        fields.put("maxDispatchesPerDay", settings.maxDispatchesPerDay());
        fields.put("profile", Views.word(settings.stance()));
        ActiveHours hours = settings.activeHours();
        if (hours != null) {
            fields.put("activeHours", hours(hours));
        }
        fields.put(
                "inherited",
                Arrays.stream(ProfileField.values())
                        .filter(settings.inherited()::contains)
                        .map(ProfileField::title)
                        .toList());
        return fields;
    }

    private static Map<String, Object> hours(ActiveHours hours) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "timezone", hours.timezone());
        fields.put("startHour", hours.startHour());
        fields.put("endHour", hours.endHour());
        fields.put("weekdays", hours.weekdays());
        return fields;
    }

    static Map<String, Object> setting(Resolved resolved) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", resolved.key());
        fields.put("value", resolved.value());
        put(fields, "scope", resolved.scope() == null ? null : Views.word(resolved.scope()));
        put(fields, "scopeId", resolved.scopeId());
        CoreSetting.find(resolved.key()).ifPresent(setting -> {
            fields.put("default", setting.rule().usual());
            fields.put("mustBe", setting.rule().words());
            fields.put("scopes", setting.scopes().stream().map(Views::word).toList());
            fields.put("description", setting.description());
        });
        return fields;
    }

    static Map<String, Object> change(Change change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", change.key());
        put(fields, "before", change.before());
        put(fields, "after", change.after());
        fields.put("by", change.by());
        fields.put("reason", change.reason());
        fields.put("at", change.at().toString());
        return fields;
    }

    /**
     * A stage.
     *
     * @param reasons whether the caller may see what was looked at in all workspaces
     */
    static Map<String, Object> stage(CoreSwitches.Status status, boolean reasons) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("stage", Views.word(status.stage()));
        fields.put("on", status.on());
        put(fields, "why", status.why().isEmpty() ? null : status.why());
        fields.put("runs", status.runs());
        fields.put("products", status.products());
        fields.put("dryRuns", status.dryRuns());
        fields.put("warning", status.warning());
        put(fields, "lastRunAt", status.lastRunAt());
        if (reasons) {
            fields.put("whyNot", status.whyNot());
        }
        return fields;
    }

    static Map<String, Object> twin(Twin twin) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", twin.id());
        fields.put("name", twin.name());
        fields.put("description", twin.description());
        fields.put("version", twin.version());
        fields.put("icon", twin.icon());
        fields.put("color", twin.color());
        fields.put("category", twin.category());
        fields.put("capabilities", twin.capabilities());
        fields.put("systemPrompt", twin.systemPrompt());
        fields.put("skills", twin.skills());
        fields.put("tags", twin.tags());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
