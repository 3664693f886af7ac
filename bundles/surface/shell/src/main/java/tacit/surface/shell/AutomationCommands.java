package tacit.surface.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Resolved;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.store.Scope;

/** The command for profiles: who acts by itself, how often and how far. */
@Component(
        service = AutomationCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=profiles"})
public final class AutomationCommands {

    private static final String KNOWN =
            "list, show PROFILE, add ROLE, set PROFILE FIELD VALUE, enable PROFILE, disable PROFILE or remove PROFILE";

    private static final String INHERIT = "inherit";

    private final AutomationProfiles profiles;
    private final ProfileNames names;
    private final ScopedSettings settings;

    @Activate
    public AutomationCommands(@Reference AutomationProfiles profiles, @Reference ScopedSettings settings) {
        this.profiles = profiles;
        names = new ProfileNames(profiles);
        this.settings = settings;
    }

    @Descriptor("lists who acts by itself, or: show PROFILE, add ROLE, set PROFILE FIELD VALUE (or 'inherit'),"
            + " enable PROFILE, disable PROFILE, remove PROFILE; a PROFILE is its id or its role, times are minutes")
    public void profiles(
            CommandSession session,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("why") @Parameter(names = "--reason", absentValue = "asked for in the shell") String reason,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> printer.print(Rows.of(profiles.list(workspace), this::row), json);
            case "show" -> show(printer, only(workspace, words), json);
            case "add" -> {
                String role = Words.only("profiles add needs a role", words);
                show(printer, profiles.create(role, workspace, ProfileSettings.USUAL, Words.OPERATOR), json);
            }
            case "set" -> {
                if (words.length != 4) {
                    throw new IllegalArgumentException("profiles set needs a profile, a field and a value");
                }
                show(printer, set(names.find(workspace, words[1]), words[2], words[3], reason), json);
            }
            case "enable" -> show(printer, set(only(workspace, words), "enabled", "true", reason), json);
            case "disable" -> show(printer, set(only(workspace, words), "enabled", "false", reason), json);
            case "remove" -> printer.line(removed(only(workspace, words)));
            default -> throw new IllegalArgumentException("profiles knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private AutomationProfile only(String workspace, String... words) {
        return names.find(workspace, Words.only("profiles " + words[0] + " needs a profile", words));
    }

    private AutomationProfile set(AutomationProfile profile, String name, String value, String reason) {
        ProfileField field = field(name);
        ProfileSettings before = profile.settings();
        ProfileSettings after = value.equals(INHERIT)
                ? before.inheriting(field, field.setting().rule().usual())
                : before.with(field, value);
        return profiles.update(profile.id(), profile.version(), after, Words.OPERATOR, reason);
    }

    private static ProfileField field(String name) {
        List<String> known = new ArrayList<>();
        for (ProfileField field : ProfileField.values()) {
            String key = field.setting().key();
            String shortName = key.substring(key.indexOf('.') + 1);
            if (field.title().equalsIgnoreCase(name) || shortName.equalsIgnoreCase(name)) {
                return field;
            }
            known.add(shortName);
        }
        throw new IllegalArgumentException("Fields are " + String.join(", ", known) + ", got '" + name + "'");
    }

    private String removed(AutomationProfile profile) {
        return switch (profiles.remove(profile.id(), Words.OPERATOR)) {
            case REMOVED -> "Removed";
            case DISABLED -> "Switched off: what it learnt refers to it, so it stays";
            case UNKNOWN -> "Somebody removed it in this moment";
        };
    }

    private String counts(AutomationProfile profile, ProfileField field) {
        return settings.resolve(field.setting().key(), Subject.ofProfile(profile))
                .value();
    }

    private Map<String, @Nullable Object> row(AutomationProfile profile) {
        return Rows.row(
                "id", profile.id(),
                "role", profile.agentRoleId(),
                "on", counts(profile, ProfileField.ENABLED).equals("true") ? "yes" : "no",
                "stance", counts(profile, ProfileField.STANCE),
                "every", Integer.valueOf(counts(profile, ProfileField.CADENCE)),
                "status", Words.lower(profile.state().status()));
    }

    private void show(Printer printer, AutomationProfile profile, boolean json) {
        Map<String, @Nullable Object> shown = Rows.row(
                "id", profile.id(),
                "role", profile.agentRoleId(),
                "workspace", profile.workspaceId(),
                "version", profile.version());
        for (ProfileField field : ProfileField.values()) {
            Resolved resolved = settings.resolve(field.setting().key(), Subject.ofProfile(profile));
            shown.put(field.title(), resolved.value() + " (" + CoreWords.from(resolved) + ")");
        }
        AutomationProfile.State state = profile.state();
        shown.put("status", Words.lower(state.status()));
        shown.put("last pulse", state.lastPulseAt());
        shown.put("decided", state.lastPulseResult());
        shown.put("last dispatch", state.lastDispatchAt());
        shown.put("of kind", state.lastDispatchKind());
        shown.put("changed", profile.updatedAt());
        printer.print(shown, json);
    }
}
