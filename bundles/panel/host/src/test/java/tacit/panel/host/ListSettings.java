package tacit.panel.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.GovernedSwitch;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingChange;
import tacit.api.adapt.SettingSource;
import tacit.api.adapt.Settings;

/** Settings in memory, with the refusals of the host's own. */
final class ListSettings implements Settings {

    static final String GUARD = "tacit.pulse.guard.LearnedGuard";
    static final String MAIL = "tacit.surface.channels.MailBox~work";

    final Map<String, Setting> settings = new LinkedHashMap<>();
    final List<SettingChange> changes = new ArrayList<>();
    final List<GovernedSwitch> switches = new ArrayList<>();

    ListSettings() {
        add(GUARD, "enabled", "Boolean", List.of(), "true", "guard");
        add(GUARD, "confidence", "Double", List.of(), "0.6", "guard");
        add(GUARD, "mode", "String", List.of("ask", "block"), "ask", "guard");
        add(MAIL, "greeting", "String", List.of(), Attack.TEXT, null);
        add(MAIL, "password", "Password", List.of(), null, null);
        add(MAIL, "data.directory", "String", List.of(), "/data", null);
        put(with(settings.get(MAIL + "data.directory"), "/data", SettingSource.HOST));
        switches.add(new GovernedSwitch(
                "Learned guard", settings.get(GUARD + "enabled"), "10 a day " + Attack.TEXT, "guard.learn"));
        switches.add(new GovernedSwitch("Greeting", settings.get(MAIL + "greeting"), null, null));
    }

    private void add(
            String pid, String key, String type, List<String> options, @Nullable String usual, @Nullable String role) {
        Setting.Rule rule = new Setting.Rule(
                type, options, type.equals("Double") ? "0" : null, type.equals("Double") ? "1" : null, usual == null);
        String label = Character.toUpperCase(key.charAt(0)) + key.substring(1).replace('.', ' ');
        put(new Setting(
                pid,
                key,
                label,
                "What " + key + " does, in words",
                "tacit.some",
                role,
                rule,
                usual,
                usual,
                SettingSource.DEFAULT));
    }

    private void put(Setting setting) {
        settings.put(setting.pid() + setting.key(), setting);
    }

    private static Setting with(Setting old, @Nullable String value, SettingSource source) {
        return new Setting(
                old.pid(),
                old.key(),
                old.label(),
                old.description(),
                old.bundle(),
                old.role(),
                old.rule(),
                old.defaultValue(),
                old.rule().secret() ? null : value == null ? old.defaultValue() : value,
                value == null ? SettingSource.DEFAULT : source);
    }

    Setting of(String pid, String key) {
        return Optional.ofNullable(settings.get(pid + key)).orElseThrow();
    }

    @Override
    public List<Setting> list(@Nullable String pid) {
        return settings.values().stream()
                .filter(setting -> pid == null || setting.pid().equals(pid))
                .toList();
    }

    @Override
    public SettingChange change(String pid, String key, @Nullable String value, String by, String reason) {
        Setting old = settings.get(pid + key);
        if (old == null) {
            throw new IllegalArgumentException("There is no setting '" + key + "' of '" + pid + "'");
        }
        if (key.equals("confidence") && value != null && !value.matches("0\\.\\d+")) {
            throw new IllegalArgumentException("confidence must be in [0, 1]");
        }
        if ("broken".equals(value)) {
            throw new IllegalStateException("Cannot set '" + key + "' of '" + pid + "': it threw");
        }
        put(with(old, value, old.role() == null ? SettingSource.FILE : SettingSource.GENERATION));
        SettingChange change = new SettingChange(
                pid,
                key,
                old.value(),
                value,
                Instant.parse("2026-03-01T11:00:00Z"),
                by,
                reason,
                old.role() != null,
                old.role() == null ? null : 2L);
        changes.add(0, change);
        return change;
    }

    @Override
    public List<SettingChange> history(int most) {
        return changes.stream().limit(most).toList();
    }

    @Override
    public List<GovernedSwitch> governance() {
        return switches.stream()
                .map(one -> new GovernedSwitch(
                        one.flag(), of(one.setting().pid(), one.setting().key()), one.rateLimit(), one.auditTrail()))
                .toList();
    }
}
