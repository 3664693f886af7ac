package tacit.pulse.profiles;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.TextTable;
import tacit.api.store.TextTaking;

/** Takes words back from why settings and switches were changed and from twins, and drops settings of a user. Thread-safe. */
@Component
public final class ProfileForgetting implements EvidenceTexts {

    private static final String ANY = "1 = 1";

    /** The operator's reasons name no workspace. */
    private static final TextTable CHANGES =
            TextTable.of("core_setting_changes", "scope_id", "reason").orderedBy("change_no");

    private static final TextTable SWITCHES =
            TextTable.of("core_switches", "stage", "reason").orderedBy("change_no");
    private static final TextTable TWINS = new TextTable(
            "twins",
            "role_id",
            "workspace_id, role_id",
            List.of(),
            List.of("twin"),
            Set.of("id", "version", "icon", "color", "category"));

    private final Database database;

    @Activate
    public ProfileForgetting(@Reference Database database) {
        this.database = database;
        database.migrate("tacit.pulse.profiles", SqlAutomationProfiles.class);
    }

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return take(scope, TextTaking.of(texts));
    }

    private int take(Scope scope, TextTaking taking) {
        return taking.isEmpty()
                ? 0
                : CHANGES.take(database, taking, ANY)
                        + SWITCHES.take(database, taking, ANY)
                        + TWINS.take(database, taking, "workspace_id = ?", scope.workspaceId());
    }

    @Override
    public int forgetUser(Scope scope) {
        String user = Objects.requireNonNull(scope.userId(), "userId");
        String id = ScopedSettings.userId(scope.workspaceId(), user);
        return database.write(session -> new SettingRows(session).removeAll(SettingScope.USER, id));
    }

    @Override
    public int forgetQuotes(Scope scope, Collection<String> said) {
        return take(scope, TextTaking.ofPieces(said));
    }
}
