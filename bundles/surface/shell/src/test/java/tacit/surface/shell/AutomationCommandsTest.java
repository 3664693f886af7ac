package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.command.Command;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.HeartbeatStatus;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.profiles.SqlAutomationProfiles;
import tacit.pulse.profiles.SqlScopedSettings;
import tacit.runtime.testkit.EachDatabase;

/** The commands for profiles and for settings by scope, over a real store. */
@EachDatabase
class AutomationCommandsTest {

    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(TEN, ZoneOffset.UTC);

    private final ListAudit audit = new ListAudit();
    private final ShellLines shell = new ShellLines();
    private SqlAutomationProfiles profiles;
    private SqlScopedSettings settings;

    @BeforeEach
    void start(Database database) {
        profiles = new SqlAutomationProfiles(database, audit, new PatternRedactor(), CLOCK);
        settings = new SqlScopedSettings(database, audit, new PatternRedactor(), CLOCK);
        shell.with(new AutomationCommands(profiles, settings), "profiles")
                .with(new ScopedCommands(settings, profiles), "scoped");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    private String run(String line) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
        return shell.out();
    }

    private void refused(String line) {
        assertThat(shell.run(line)).as(line).isNotEqualTo(Command.OK);
        assertThat(shell.err()).isNotEmpty();
    }

    private AutomationProfile writer() {
        return profiles.findByRole("writer").orElseThrow();
    }

    @Test
    void addsSetsShowsAndListsProfiles() {
        assertThat(run("tacit:profiles")).contains("Nothing found");
        run("tacit:profiles add writer");
        run("tacit:profiles enable writer");
        run("tacit:profiles set writer cadenceMinutes 30 --reason calm");
        run("tacit:profiles set writer activeHours '9-17 1,2,3,4,5 UTC'");
        String shown = run("tacit:profiles set " + writer().id() + " stance dispatcher");

        assertThat(shown)
                .contains("writer", "30 (profile)", "9-17 1,2,3,4,5 UTC (profile)", "dispatcher (profile)")
                .contains("120 (default)", "version                  5");
        assertThat(run("tacit:profiles")).contains(writer().id(), "writer", "yes", "dispatcher", "30", "idle");
        assertThat(run("tacit:profiles --workspace other")).contains("Nothing found");
        assertThat(audit.entries).extracting(AuditEntry::actor).containsOnly("operator");
        assertThat(settings.history(SettingScope.PROFILE, writer().id(), 9))
                .anySatisfy(change -> assertThat(change.reason()).isEqualTo("calm"));
    }

    @Test
    void showsWhatAWiderScopeSays() {
        run("tacit:profiles add writer");
        run("tacit:scoped --org set profile.cadenceMinutes 45");

        assertThat(run("tacit:profiles show writer")).contains("45 (org)");
        assertThat(run("tacit:profiles")).contains("45");
        run("tacit:profiles set writer cadenceMinutes 20");
        assertThat(run("tacit:profiles show writer")).contains("20 (profile)");
        assertThat(run("tacit:profiles set writer cadenceMinutes inherit")).contains("45 (org)");
    }

    @Test
    void removesAProfileOrSwitchesItOff() {
        run("tacit:profiles add writer");
        run("tacit:profiles add reader");
        run("tacit:profiles enable writer");
        profiles.state(writer().id(), new AutomationProfile.State(HeartbeatStatus.IDLE, TEN, TEN, null, null, null));

        assertThat(run("tacit:profiles remove reader")).contains("Removed");
        assertThat(run("tacit:profiles remove writer")).contains("Switched off");

        assertThat(run("tacit:profiles")).contains("writer", " no ").doesNotContain("reader");
        run("tacit:profiles enable writer");
        assertThat(run("tacit:profiles disable writer --json")).contains("\"enabled\":\"false (profile)\"");
    }

    @Test
    void aTableOfProfilesFits80Columns() {
        ProfileSettings wide =
                ProfileSettings.USUAL.with(ProfileField.ACTIVE_HOURS, "9-17 1,2,3,4,5 America/Argentina/Buenos_Aires");
        AutomationProfile profile = profiles.create(
                "a_role_with_a_long_name", "default", wide.with(ProfileField.STANCE, "dispatcher"), "ann");

        assertThat(shell.run("tacit:profiles", 80)).isEqualTo(Command.OK);
        assertThat(shell.out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .anySatisfy(line -> assertThat(line).contains("id", "role", "on", "stance", "every", "status"))
                .anySatisfy(
                        line -> assertThat(line).contains(profile.id(), "a_role_with_a_long_name", "dispatcher", "15"));

        assertThat(shell.run("tacit:scoped", 80)).isEqualTo(Command.OK);
        assertThat(shell.out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .anySatisfy(line -> assertThat(line).contains("reflection.notifications.important_action_taken"));
    }

    @Test
    void setsShowsResetsAndRemembersSettingsOfScopes() {
        run("tacit:profiles add writer");
        assertThat(run("tacit:scoped set budget.interruptionsPerDay 8 --reason calm"))
                .contains("was not set in the scope workspace, and is '8' (workspace)");
        assertThat(run("tacit:scoped --profile writer set budget.interruptionsPerDay 7"))
                .contains("'7' (profile)");
        assertThat(run("tacit:scoped --user anna set budget.interruptionsPerDay 6"))
                .contains("'6' (user)");
        assertThat(run("tacit:scoped --org set budget.interruptionsPerDay 9")).contains("'9' (org)");

        assertThat(run("tacit:scoped list budget."))
                .contains("budget.interruptionsPerDay", "8", "workspace", "default");
        assertThat(run("tacit:scoped --profile writer show budget.interruptionsPerDay"))
                .contains("7", "profile", "a whole number in [0, 1000]", "org, workspace, profile, user");
        assertThat(run("tacit:scoped --workspace other show budget.interruptionsPerDay"))
                .contains("org");
        assertThat(run("tacit:scoped reset budget.interruptionsPerDay")).contains("was '8'", "is '9' (org)");
        assertThat(run("tacit:scoped history")).contains("calm", "operator", "8");
        assertThat(run("tacit:scoped --json")).contains("\"key\":\"profile.enabled\"");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        run("tacit:profiles add writer");
        int known = audit.entries.size();

        refused("tacit:profiles paint");
        refused("tacit:profiles add");
        refused("tacit:profiles add writer");
        refused("tacit:profiles add twin-reviewer");
        refused("tacit:profiles show");
        refused("tacit:profiles show reader");
        refused("tacit:profiles show writer --workspace other");
        refused("tacit:profiles set writer cadenceMinutes");
        refused("tacit:profiles set writer color red");
        refused("tacit:profiles set writer cadenceMinutes 14");
        refused("tacit:profiles enable reader");
        refused("tacit:profiles remove reader");
        refused("tacit:scoped paint");
        refused("tacit:scoped set budget.interruptionsPerDay");
        refused("tacit:scoped set budget.everything 3");
        refused("tacit:scoped set budget.interruptionsPerDay many");
        refused("tacit:scoped --user anna set profile.enabled true");
        refused("tacit:scoped --profile reader list");
        refused("tacit:scoped --org --user anna list");
        refused("tacit:scoped show");
        refused("tacit:scoped history --limit 0");

        assertThat(audit.entries).hasSize(known);
        assertThat(writer().version()).isEqualTo(1);
    }
}
