package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.GovernedSwitch;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingChange;
import tacit.api.adapt.Settings;

/** Commands that show every setting of the host and change one. */
@Component(
        service = SettingsCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=settings", "osgi.command.function=governance"})
public final class SettingsCommands {

    private static final int MOST_WORDS = 3;
    private static final String KNOWN = "a PID (or a part of one), a key of it, and a value for that";

    private final Settings settings;

    @Activate
    public SettingsCommands(@Reference Settings settings) {
        this.settings = settings;
    }

    @Descriptor("lists settings, or changes one: [PID [KEY [VALUE]]]")
    public void settings(
            CommandSession session,
            @Descriptor("what changed") @Parameter(names = "--history", presentValue = "true", absentValue = "false")
                    boolean history,
            @Descriptor("changes to show, up to 1000") @Parameter(names = "--limit", absentValue = "50") int limit,
            @Descriptor("takes the setting back to its default")
                    @Parameter(names = "--reset", presentValue = "true", absentValue = "false")
                    boolean reset,
            @Descriptor("why") @Parameter(names = "--reason", absentValue = "asked for in the shell") String reason,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        if (words.length > MOST_WORDS || (reset && words.length != 2)) {
            throw new IllegalArgumentException(
                    reset ? "--reset needs a PID and a key" : "settings takes " + KNOWN + ", got " + List.of(words));
        }
        if (history) {
            printer.print(Rows.of(settings.history(limit), SettingsCommands::row), json);
        } else if (reset || words.length == MOST_WORDS) {
            String value = reset ? null : words[2];
            printer.print(row(settings.change(words[0], words[1], value, Words.OPERATOR, reason)), json);
        } else {
            list(printer, json, words);
        }
    }

    private void list(Printer printer, boolean json, String... words) {
        List<Setting> found = settings.list(null).stream()
                .filter(setting -> words.length == 0 || setting.pid().contains(words[0]))
                .filter(setting -> words.length < 2 || setting.key().equals(words[1]))
                .toList();
        if (words.length == 2 && found.size() == 1) {
            printer.print(details(found.get(0)), json);
        } else {
            printer.print(Rows.of(found, SettingsCommands::row), json);
        }
    }

    private static Map<String, @Nullable Object> row(Setting setting) {
        return Rows.row(
                "pid", setting.pid(),
                "key", setting.key(),
                "value", shown(setting, setting.value()),
                "default", shown(setting, setting.defaultValue()),
                "by", Words.lower(setting.source()),
                "role", setting.role());
    }

    private static @Nullable String shown(Setting setting, @Nullable String value) {
        return setting.rule().secret() ? "(secret)" : value;
    }

    private static Map<String, @Nullable Object> details(Setting setting) {
        Map<String, @Nullable Object> details = row(setting);
        details.put("name", setting.label());
        details.put("description", setting.description());
        details.put("bundle", setting.bundle());
        details.put("type", setting.rule().type());
        details.put(
                "options",
                setting.rule().options().isEmpty() ? null : setting.rule().options());
        details.put("min", setting.rule().min());
        details.put("max", setting.rule().max());
        return details;
    }

    private static Map<String, @Nullable Object> row(SettingChange change) {
        return Rows.row(
                "at", change.at(),
                "pid", change.pid(),
                "key", change.key(),
                "before", change.before(),
                "after", change.after(),
                "by", change.by(),
                "reason", change.reason(),
                "generation", change.generation(),
                "holds", change.live() ? "now" : "from the next start");
    }

    @Descriptor("shows which switches and bounds rule what is adapted, and where the audit log has it")
    public void governance(
            CommandSession session,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        new Printer(session).print(Rows.of(settings.governance(), SettingsCommands::row), json);
    }

    private static Map<String, @Nullable Object> row(GovernedSwitch governed) {
        return Rows.row(
                "flag", governed.flag(),
                "default", shown(governed.setting(), governed.setting().defaultValue()),
                "current", shown(governed.setting(), governed.setting().value()),
                "rate limit", governed.rateLimit(),
                "audit trail", governed.auditTrail(),
                "setting", governed.setting().pid() + ":" + governed.setting().key());
    }
}
