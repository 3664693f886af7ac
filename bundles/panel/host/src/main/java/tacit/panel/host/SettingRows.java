package tacit.panel.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingChange;
import tacit.api.adapt.SettingSource;

/** Settings as tables and forms show them. Pure functions. */
final class SettingRows {

    private static final String HIDDEN = "(secret)";

    private static final Map<SettingSource, String> SOURCES = Map.of(
            SettingSource.DEFAULT, "the default",
            SettingSource.HOST, "the host, at its start",
            SettingSource.FILE, "the operator's file in etc",
            SettingSource.GENERATION, "the active generation");

    private SettingRows() {}

    static Map<String, Object> of(Setting setting) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("pid", setting.pid());
        row.put("name", setting.key());
        row.put("label", setting.label());
        row.put("description", setting.description());
        row.put("value", shown(setting, setting.value()));
        row.put("usual", shown(setting, setting.defaultValue()));
        row.put("source", source(setting));
        row.put("state", changed(setting) ? "changed" : "");
        toggle(setting, row);
        return row;
    }

    /** Whether it is something else than its default. */
    static boolean changed(Setting setting) {
        return setting.source() != SettingSource.DEFAULT;
    }

    /** Whether it can be changed while the host runs. */
    static boolean changeable(Setting setting) {
        return setting.source() != SettingSource.HOST;
    }

    static boolean isSwitch(Setting setting) {
        return setting.rule().type().equalsIgnoreCase("boolean");
    }

    static boolean isText(Setting setting) {
        return setting.rule().type().equals("String")
                && setting.rule().options().isEmpty();
    }

    static String source(Setting setting) {
        return SOURCES.getOrDefault(setting.source(), "");
    }

    static String shown(Setting setting, @Nullable String value) {
        return setting.rule().secret() ? HIDDEN : value == null ? "" : value;
    }

    /** A button that turns a switch. */
    private static void toggle(Setting setting, Map<String, Object> row) {
        if (!isSwitch(setting) || !changeable(setting)) {
            return;
        }
        boolean on = "true".equals(setting.value());
        row.put(
                "turn",
                Map.of(
                        "act",
                        "turn",
                        "label",
                        on ? "Turn off" : "Turn on",
                        "fields",
                        Map.of("pid", setting.pid(), "key", setting.key(), "value", String.valueOf(!on)),
                        "confirm",
                        "Turn '" + setting.label() + "' " + (on ? "off" : "on") + "? " + effect(setting)));
    }

    /** What a change of it does. */
    static String effect(Setting setting) {
        return setting.role() == null
                ? "This part of the host takes it at once, or says that it does from the next start on."
                : "This makes and activates a new generation; it can be rolled back.";
    }

    /** What may be set, in words. */
    static String range(Setting setting) {
        Setting.Rule rule = setting.rule();
        if (!rule.options().isEmpty()) {
            return "one of " + String.join(", ", rule.options());
        }
        String type = rule.type().toLowerCase(Locale.ROOT);
        if (isSwitch(setting)) {
            return "true or false";
        }
        String what = type.equals("string") ? "text" : type.equals("password") ? "secret" : type;
        String bounds = type.equals("string") || rule.secret() ? "length " : "";
        if (rule.min() == null && rule.max() == null) {
            return what;
        }
        return what + ", " + bounds + "from " + (rule.min() == null ? "any" : rule.min()) + " to "
                + (rule.max() == null ? "any" : rule.max());
    }

    /** The fields of the form that changes it. */
    static List<Map<String, Object>> inputs(Setting setting) {
        List<Map<String, Object>> inputs = new ArrayList<>();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("name", "value");
        value.put("label", setting.rule().secret() ? "New secret" : "New value");
        value.put("value", setting.value() == null ? "" : setting.value());
        value.put("hint", "Allowed: " + range(setting));
        if (isSwitch(setting)) {
            value.put("options", List.of("true", "false"));
        } else if (!setting.rule().options().isEmpty()) {
            value.put("options", setting.rule().options());
        } else if (setting.rule().secret()) {
            value.put("kind", "password");
        } else if (isText(setting) && String.valueOf(setting.value()).length() > 60) {
            value.put("kind", "area");
        }
        inputs.add(value);
        if (isText(setting)) {
            inputs.add(Map.of("name", "empty", "label", "Leave it empty", "kind", "check", "value", false));
        }
        inputs.add(Map.of("name", "reason", "label", "Why", "value", "", "hint", "Kept with the change."));
        return inputs;
    }

    /** The components that have settings. */
    static List<Map<String, Object>> components(List<Setting> settings) {
        Map<String, List<Setting>> parts =
                settings.stream().collect(Collectors.groupingBy(Setting::pid, LinkedHashMap::new, Collectors.toList()));
        List<Map<String, Object>> rows = new ArrayList<>();
        parts.forEach((pid, own) -> rows.add(Map.of(
                "pid", pid,
                "part", part(own.get(0)),
                "settings", own.size(),
                "other", own.stream().filter(SettingRows::changed).count())));
        return rows;
    }

    /** What of the host it is of. */
    static String part(Setting setting) {
        return setting.role() == null ? "part of the host" : "swappable: " + setting.role();
    }

    /** Changes, as a table shows them. */
    static List<Map<String, Object>> changes(List<SettingChange> changes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SettingChange change : changes) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("pid", change.pid());
            row.put("name", change.key());
            row.put("before", Objects.requireNonNullElse(change.before(), ""));
            row.put("after", Objects.requireNonNullElse(change.after(), ""));
            row.put("at", change.at());
            row.put("by", change.by());
            row.put("reason", change.reason());
            row.put("generation", change.generation());
            row.put("holds", change.live() ? "now" : "from the next start");
            rows.add(row);
        }
        return rows;
    }
}
