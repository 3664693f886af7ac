package tacit.pulse.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.ScopedSettings.Change;
import tacit.api.pulse.ScopedSettings.Resolved;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SqlScopedSettingsTest {

    private static final String KEY = "budget.interruptionsPerDay";
    private static final Subject ANNA = new Subject("w1", null, "anna");

    private Core core;

    @BeforeEach
    void open(Database database) {
        core = new Core(database);
    }

    private void set(SettingScope scope, String id, @Nullable String value) {
        core.settings.set(scope, id, KEY, value, "ann", "because");
    }

    private String value(Subject subject) {
        return core.settings.value(CoreSetting.BUDGET_INTERRUPTIONS, subject);
    }

    @Test
    void sc01TheNarrowestScopeThatSaysSomethingWins() {
        AutomationProfile writer = core.profile("writer");
        Subject all = new Subject("w1", writer.id(), "anna");
        assertThat(core.settings.resolve(KEY, all)).isEqualTo(new Resolved(KEY, "10", null, null));

        set(SettingScope.ORG, "org", "9");
        assertThat(core.settings.resolve(KEY, all)).isEqualTo(new Resolved(KEY, "9", SettingScope.ORG, "org"));
        set(SettingScope.WORKSPACE, "w1", "8");
        assertThat(core.settings.resolve(KEY, all)).isEqualTo(new Resolved(KEY, "8", SettingScope.WORKSPACE, "w1"));
        set(SettingScope.PROFILE, writer.id(), "7");
        assertThat(value(all)).isEqualTo("7");
        set(SettingScope.USER, "w1/anna", "6");
        assertThat(core.settings.resolve(KEY, all)).isEqualTo(new Resolved(KEY, "6", SettingScope.USER, "w1/anna"));

        set(SettingScope.WORKSPACE, "w1", null);
        set(SettingScope.USER, "w1/anna", null);
        assertThat(value(all)).isEqualTo("7");
        assertThat(value(ANNA)).isEqualTo("9");
        assertThat(core.settings.whole(CoreSetting.BUDGET_INTERRUPTIONS, Subject.ORG))
                .isEqualTo(9);
    }

    @Test
    void sc04OthersDoNotSeeWhatIsNotTheirs() {
        AutomationProfile writer = core.profile("writer");
        AutomationProfile reader = core.profile("reader");
        set(SettingScope.WORKSPACE, "w1", "8");
        set(SettingScope.PROFILE, writer.id(), "7");
        set(SettingScope.USER, "w1/anna", "6");

        assertThat(value(Subject.ofWorkspace("w2"))).isEqualTo("10");
        assertThat(value(Subject.ofProfile(reader))).isEqualTo("8");
        assertThat(value(new Subject("w2", null, "anna"))).isEqualTo("10");
        assertThat(value(new Subject(null, null, "anna"))).isEqualTo("10");
        assertThat(value(new Subject("w1", null, "ben"))).isEqualTo("8");
    }

    @Test
    void sc05KeepsTheHistoryOfEachChange() {
        set(SettingScope.ORG, "org", "9");
        core.clock.pass(Duration.ofMinutes(1));
        assertThat(core.settings.set(SettingScope.ORG, "org", KEY, "8", "ben", "quieter"))
                .contains("9");
        set(SettingScope.ORG, "org", "8");
        core.clock.pass(Duration.ofMinutes(1));
        set(SettingScope.ORG, "org", null);
        set(SettingScope.ORG, "org", null);

        List<Change> history = core.settings.history(SettingScope.ORG, "org", 10);

        assertThat(history).hasSize(3);
        assertThat(history.get(1))
                .isEqualTo(new Change(
                        SettingScope.ORG,
                        "org",
                        KEY,
                        "9",
                        "8",
                        "ben",
                        "quieter",
                        core.clock.instant().minusSeconds(60)));
        assertThat(history.get(0).before()).isEqualTo("8");
        assertThat(history.get(0).after()).isNull();
        assertThat(history.get(2).before()).isNull();
        assertThat(core.settings.history(SettingScope.ORG, "org", 1)).hasSize(1);
        assertThat(core.settings.history(SettingScope.WORKSPACE, "w1", 10)).isEmpty();
        assertThatThrownBy(() -> core.settings.history(SettingScope.ORG, "org", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sc06RefusesKeysScopesIdsAndValuesThatDoNotFit() {
        refused(SettingScope.ORG, "org", "budget.everything", "1");
        refused(SettingScope.ORG, "other", KEY, "1");
        refused(SettingScope.WORKSPACE, " ", KEY, "1");
        refused(SettingScope.PROFILE, "ap-none", KEY, "1");
        refused(SettingScope.USER, "anna", KEY, "1");
        refused(SettingScope.ORG, "org", KEY, "-1");
        refused(SettingScope.ORG, "org", KEY, "many");
        refused(SettingScope.USER, "w1/anna", "profile.enabled", "true");
        refused(SettingScope.PROFILE, core.profile("writer").id(), "budget.dispatchesPerDay.all", "1");
        assertThatThrownBy(() -> core.settings.resolve("budget.everything", Subject.ORG))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> core.settings.set(SettingScope.ORG, "org", KEY, "1", "ann", "x".repeat(1001)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(core.acts()).containsExactly("profile.create");
        assertThat(core.settings.history(SettingScope.ORG, "org", 9)).isEmpty();
    }

    private void refused(SettingScope scope, String id, String key, String value) {
        assertThatThrownBy(() -> core.settings.set(scope, id, key, value, "ann", ""))
                .as(scope + " " + id + " " + key + " " + value)
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesRowsThatAreNoScopeByConstraint() {
        String insert = "INSERT INTO core_settings (scope_kind, scope_id, setting_key, setting_value) VALUES (";

        assertThatThrownBy(() -> core.sql(insert + "'TEAM', 't', 'k', 'v')")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> core.sql(insert + "'ORG', 'other', 'k', 'v')")).isInstanceOf(StoreException.class);
    }

    @Test
    void pf17AScopeChangesTheDefaultOfAProfileAndNotItsOwnValue() {
        AutomationProfile writer = core.profile("writer");
        core.settings.set(SettingScope.ORG, "org", "profile.cadenceMinutes", "30", "ann", "");
        core.settings.set(SettingScope.WORKSPACE, "w1", "profile.stance", "dispatcher", "ann", "");
        core.settings.set(SettingScope.WORKSPACE, "w2", "profile.maxDispatchesPerDay", "1", "ann", "");

        ProfileSettings counts = core.active("writer").settings();
        assertThat(ProfileField.CADENCE.of(counts)).isEqualTo("30");
        assertThat(ProfileField.STANCE.of(counts)).isEqualTo("dispatcher");
        assertThat(ProfileField.DISPATCHES.of(counts)).isEqualTo("6");
        assertThat(counts.inherited()).contains(ProfileField.CADENCE);

        core.profiles.update(writer.id(), 1, writer.settings().with(ProfileField.CADENCE, "15"), "ben");

        assertThat(ProfileField.CADENCE.of(core.active("writer").settings())).isEqualTo("15");
        assertThat(core.settings.resolve("profile.cadenceMinutes", Subject.ofProfile(writer)))
                .isEqualTo(new Resolved("profile.cadenceMinutes", "15", SettingScope.PROFILE, writer.id()));
        assertThat(core.ofRole("writer").settings().inherited()).doesNotContain(ProfileField.CADENCE);
    }

    @Test
    void w9AChangeForOneProfileChangesNobodyElse() {
        AutomationProfile writer = core.profile("writer");
        AutomationProfile reader = core.profile("reader");
        List<Subject> others = List.of(
                Subject.ORG, Subject.ofWorkspace("w1"), Subject.ofWorkspace("w2"), Subject.ofProfile(reader), ANNA);
        List<String> before = others.stream().map(this::value).toList();

        set(SettingScope.PROFILE, writer.id(), "3");

        assertThat(value(Subject.ofProfile(writer))).isEqualTo("3");
        assertThat(others.stream().map(this::value)).isEqualTo(before);
    }

    @Test
    void sc07SettingsOfAProfileLieInTheProfile() {
        AutomationProfile writer = core.profile("writer");
        String key = "profile.activeHours";

        assertThat(core.settings.set(SettingScope.PROFILE, writer.id(), key, "9-17 1 UTC", "ben", "office"))
                .isEmpty();
        assertThat(core.ofRole("writer").version()).isEqualTo(2);
        assertThat(ProfileField.ACTIVE_HOURS.of(core.ofRole("writer").settings()))
                .isEqualTo("9-17 1 UTC");

        assertThat(core.settings.set(SettingScope.PROFILE, writer.id(), key, null, "ben", "home"))
                .contains("9-17 1 UTC");
        assertThat(core.ofRole("writer").settings()).isEqualTo(writer.settings());
        assertThat(core.settings.history(SettingScope.PROFILE, writer.id(), 9))
                .extracting(Change::reason)
                .containsExactly("home", "office", "created");
        core.settings.set(SettingScope.PROFILE, writer.id(), key, null, "ben", "again");
        assertThat(core.ofRole("writer").version()).isEqualTo(3);
    }

    @Test
    void theDefaultOfASettingIsThatOfItsProfile() {
        core.seed("");
        Subject manager = Subject.ofProfile(core.ofRole("project_manager"));

        assertThat(core.settings.resolve("profile.stance", manager))
                .isEqualTo(new Resolved("profile.stance", "dispatcher", null, null));
        assertThat(core.settings.value(CoreSetting.PROFILE_STANCE, Subject.ORG)).isEqualTo("observer");
        assertThat(core.settings.truth(CoreSetting.PROFILE_ENABLED, manager)).isTrue();
    }

    @Test
    void sc08GuardsOfCodeChangesStayOn() {
        core.settings.set(SettingScope.ORG, "org", "reflection.codeChange.requireWorktree", "false", "ann", "");

        assertThat(core.settings.truth(CoreSetting.REFLECTION_WORKTREE, Subject.ORG))
                .isTrue();
    }

    @Test
    void listsEverySettingAsItCounts() {
        set(SettingScope.ORG, "org", "3");

        List<Resolved> all = core.settings.all(Subject.ofWorkspace("w1"));

        assertThat(all).hasSize(CoreSetting.values().length).contains(new Resolved(KEY, "3", SettingScope.ORG, "org"));
        assertThat(all).extracting(Resolved::key).doesNotHaveDuplicates();
    }

    @Test
    void passesOverWhatNoLongerFits() {
        set(SettingScope.ORG, "org", "3");
        set(SettingScope.WORKSPACE, "w1", "4");
        core.sql("UPDATE core_settings SET setting_value = 'many' WHERE scope_kind = 'WORKSPACE'");

        assertThat(value(Subject.ofWorkspace("w1"))).isEqualTo("3");
        assertThat(core.profiles.active()).isEmpty();
    }

    @Test
    void sc09TellsTheAuditLogFirst() {
        set(SettingScope.WORKSPACE, "w1", "4");
        assertThat(core.audit.entries.get(0).action()).isEqualTo("core.setting");
        assertThat(core.audit.entries.get(0).subject()).isEqualTo(KEY);
        assertThat(core.audit.entries.get(0).details())
                .isEqualTo(Map.of("scope", "workspace", "scopeId", "w1", "value", "4"));
        core.audit.broken = true;

        assertThatThrownBy(() -> set(SettingScope.WORKSPACE, "w1", "5")).isInstanceOf(IllegalStateException.class);

        assertThat(value(ANNA)).isEqualTo("4");
    }

    @Test
    void keepsNoSecretThatWasPasted() {
        String secret = "sk-ant-REDACTED";
        core.settings.set(SettingScope.ORG, "org", "reflection.trustedTargetKeys", "a," + secret, "ann", secret);

        assertThat(core.settings.value(CoreSetting.REFLECTION_TRUSTED, Subject.ORG))
                .startsWith("a,")
                .doesNotContain("AAAABBBB");
        assertThat(core.settings.history(SettingScope.ORG, "org", 1).toString()).doesNotContain("AAAABBBB");
        assertThat(core.audit.entries.toString()).doesNotContain("AAAABBBB");
    }

    @Test
    void usersOfAWorkspaceWithASlashKeepTheirOwn() {
        set(SettingScope.USER, ScopedSettings.userId("a/b", "anna"), "2");

        assertThat(value(new Subject("a/b", null, "anna"))).isEqualTo("2");
        assertThat(value(new Subject("a", null, "b/anna"))).isEqualTo("10");
    }
}
