package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.GovernedSwitch;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingChange;
import tacit.surface.gateway.rest.reply.Views;

/** Settings as the answers show them. */
final class SettingViews {

    private SettingViews() {}

    static Map<String, Object> setting(Setting setting) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pid", setting.pid());
        fields.put("key", setting.key());
        fields.put("name", setting.label());
        fields.put("description", setting.description());
        fields.put("bundle", setting.bundle());
        put(fields, "role", setting.role());
        fields.put("type", setting.rule().type());
        if (!setting.rule().options().isEmpty()) {
            fields.put("options", setting.rule().options());
        }
        put(fields, "min", setting.rule().min());
        put(fields, "max", setting.rule().max());
        fields.put("secret", setting.rule().secret());
        put(fields, "default", setting.defaultValue());
        put(fields, "value", setting.value());
        fields.put("source", Views.word(setting.source()));
        return fields;
    }

    static Map<String, Object> change(SettingChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pid", change.pid());
        fields.put("key", change.key());
        put(fields, "before", change.before());
        put(fields, "after", change.after());
        fields.put("at", change.at().toString());
        fields.put("by", change.by());
        fields.put("reason", change.reason());
        fields.put("live", change.live());
        put(fields, "generation", change.generation());
        return fields;
    }

    static Map<String, Object> governed(GovernedSwitch governed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("flag", governed.flag());
        put(fields, "default", governed.setting().defaultValue());
        put(fields, "current", governed.setting().value());
        put(fields, "rateLimit", governed.rateLimit());
        put(fields, "auditTrail", governed.auditTrail());
        fields.put("pid", governed.setting().pid());
        fields.put("key", governed.setting().key());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
