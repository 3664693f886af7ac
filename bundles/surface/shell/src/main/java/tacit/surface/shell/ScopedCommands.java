package tacit.surface.shell;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Change;
import tacit.api.pulse.ScopedSettings.Resolved;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Scope;

/** The command for settings of the core that count by scope. */
@Component(
        service = ScopedCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=scoped"})
public final class ScopedCommands {

    private static final String KNOWN = "list [PREFIX], show KEY, set KEY VALUE, reset KEY or history";

    private static final int WIDEST_VALUE = 20;

    private final ScopedSettings settings;
    private final ProfileNames names;

    @Activate
    public ScopedCommands(@Reference ScopedSettings settings, @Reference AutomationProfiles profiles) {
        this.settings = settings;
        names = new ProfileNames(profiles);
    }

    /**
     * Whose settings are meant.
     *
     * @param id as the settings know it
     */
    private record Owner(SettingScope scope, String id, Subject subject) {}

    @Descriptor("lists settings of the core as they count, or: show KEY, set KEY VALUE, reset KEY, history;"
            + " of the workspace, or what --org, --profile or --user names")
    public void scoped(
            CommandSession session,
            @Descriptor("of everybody") @Parameter(names = "--org", presentValue = "true", absentValue = "false")
                    boolean org,
            @Descriptor("of a profile: its id or role") @Parameter(names = "--profile", absentValue = "")
                    String profile,
            @Descriptor("of a user of the workspace") @Parameter(names = "--user", absentValue = "") String user,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("why") @Parameter(names = "--reason", absentValue = "asked for in the shell") String reason,
            @Descriptor("changes to show, up to 1000") @Parameter(names = "--limit", absentValue = "50") int limit,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Owner owner = owner(org, profile, user, workspace);
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> list(printer, owner, words.length < 2 ? "" : words[1], json);
            case "show" ->
                printer.print(
                        details(settings.resolve(Words.only("scoped show needs a key", words), owner.subject())), json);
            case "set" -> {
                String value = Words.rest("scoped set needs a key and a value", 2, words);
                set(printer, owner, words[1], value, reason);
            }
            case "reset" -> set(printer, owner, Words.only("scoped reset needs a key", words), null, reason);
            case "history" ->
                printer.print(Rows.of(settings.history(owner.scope(), owner.id(), limit), ScopedCommands::row), json);
            default -> throw new IllegalArgumentException("scoped knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private Owner owner(boolean org, String profile, String user, String workspace) {
        if ((org ? 1 : 0) + (profile.isEmpty() ? 0 : 1) + (user.isEmpty() ? 0 : 1) > 1) {
            throw new IllegalArgumentException("One of --org, --profile and --user may be given");
        }
        if (org) {
            return new Owner(SettingScope.ORG, ScopedSettings.ORG_ID, Subject.ORG);
        }
        if (!user.isEmpty()) {
            return new Owner(
                    SettingScope.USER, ScopedSettings.userId(workspace, user), new Subject(workspace, null, user));
        }
        if (!profile.isEmpty()) {
            AutomationProfile found = names.find(workspace, profile);
            return new Owner(SettingScope.PROFILE, found.id(), Subject.ofProfile(found));
        }
        return new Owner(SettingScope.WORKSPACE, workspace, Subject.ofWorkspace(workspace));
    }

    private void list(Printer printer, Owner owner, String prefix, boolean json) {
        printer.print(
                Rows.of(
                        settings.all(owner.subject()).stream()
                                .filter(setting -> setting.key().startsWith(prefix))
                                .toList(),
                        setting -> Rows.row(
                                "key",
                                setting.key(),
                                "value",
                                json ? setting.value() : shortened(setting.value()),
                                "from",
                                CoreWords.from(setting))),
                json);
    }

    /** Leaves room for the whole key, which people copy; {@code show} has the whole value. */
    private static String shortened(String value) {
        return value.length() <= WIDEST_VALUE ? value : value.substring(0, WIDEST_VALUE - 1) + "…";
    }

    private void set(Printer printer, Owner owner, String key, @Nullable String value, String reason) {
        Optional<String> before = settings.set(owner.scope(), owner.id(), key, value, Words.OPERATOR, reason);
        Resolved now = settings.resolve(key, owner.subject());
        printer.line(key + " was " + before.map(was -> "'" + was + "'").orElse("not set") + " in the scope "
                + Words.lower(owner.scope()) + ", and is '" + now.value() + "' (" + CoreWords.from(now) + ")");
    }

    private static Map<String, @Nullable Object> details(Resolved resolved) {
        CoreSetting setting = Objects.requireNonNull(
                CoreSetting.find(resolved.key()).orElse(null), "A setting that counts is a known one");
        return Rows.row(
                "key",
                resolved.key(),
                "value",
                resolved.value(),
                "from",
                CoreWords.from(resolved),
                "default",
                setting.rule().usual(),
                "must be",
                setting.rule().words(),
                "scopes",
                String.join(", ", setting.scopes().stream().map(Words::lower).toList()),
                "what for",
                setting.description());
    }

    private static Map<String, @Nullable Object> row(Change change) {
        return Rows.row(
                "at", change.at(),
                "key", change.key(),
                "before", change.before(),
                "after", change.after(),
                "by", change.by(),
                "reason", change.reason());
    }
}
