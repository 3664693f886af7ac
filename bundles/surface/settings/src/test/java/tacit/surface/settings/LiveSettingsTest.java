package tacit.surface.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.surface.settings.TestBundles.HOST;
import static tacit.surface.settings.TestBundles.SWAPPABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import tacit.adapt.records.SqlStateStore;
import tacit.api.access.AuditEntry;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingChange;
import tacit.api.adapt.SettingSource;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.TestFramework;

class LiveSettingsTest {

    private final FakeHarness harness = new FakeHarness();
    private final ListAuditLog audit = new ListAuditLog();
    private final List<SettingChange> heard = new ArrayList<>();
    private final TestDatabase database = Engine.HSQLDB.open();
    private final TestFramework framework = TestFramework.start();
    private LiveSettings settings;

    @TempDir
    Path etc;

    @BeforeEach
    void start() {
        framework.start(TestBundles.host());
        framework.install("slot:style/A", TestBundles.swappable());
        framework.install("slot:style/B", TestBundles.swappable());
        MovingClock clock = new MovingClock();
        SettingHistory history =
                new SettingHistory(new SqlStateStore(database.database(), new PatternRedactor(), clock));
        LiveSettings.Host host = new LiveSettings.Host(
                framework.context(),
                framework.await(ConfigurationAdmin.class),
                framework.await(ServiceComponentRuntime.class),
                harness,
                harness);
        settings = new LiveSettings(host, audit, clock, history, etc);
        settings.listeners = List.of(
                change -> {
                    throw new IllegalStateException("This one fails");
                },
                heard::add,
                history);
    }

    @AfterEach
    void stop() {
        framework.close();
        database.close();
    }

    @Test
    void listsWhatLiveBundlesDescribe() {
        assertThat(settings.list(HOST)).extracting(Setting::key).containsExactly("key", "limit", "mode");
        assertThat(setting(HOST, "limit")).satisfies(limit -> {
            assertThat(limit.label()).isEqualTo("Limit");
            assertThat(limit.description()).isEqualTo("How many");
            assertThat(limit.bundle()).isEqualTo("sample.host");
            assertThat(limit.role()).isNull();
            assertThat(limit.value()).isEqualTo("1");
            assertThat(limit.source()).isEqualTo(SettingSource.DEFAULT);
        });
        assertThat(settings.list(SWAPPABLE)).extracting(Setting::role).containsOnly("style");
        assertThat(settings.list(null)).extracting(Setting::pid).contains(HOST, SWAPPABLE);
    }

    @Test
    void changesAPartOfTheHostInItsFileAndAtOnce() throws Exception {
        SettingChange change = change(HOST, "limit", "7");

        assertThat(part()).isEqualTo("7 null");
        assertThat(etc.resolve("sample.Part.properties")).hasContent("limit = 7");
        assertThat(setting(HOST, "limit").source()).isEqualTo(SettingSource.FILE);
        assertThat(change.before()).isEqualTo("1");
        assertThat(change.after()).isEqualTo("7");
        assertThat(change.live()).isTrue();
        assertThat(harness.requests).isEmpty();
    }

    @Test
    void tellsEachListenerOnceAndKeepsTheChange() {
        SettingChange change = change(HOST, "limit", "7");

        assertThat(heard).containsExactly(change);
        assertThat(settings.history(9)).containsExactly(change);
        assertThat(audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("setting.change");
            assertThat(entry.subject()).isEqualTo(HOST);
            assertThat(entry.details()).containsEntry("before", "1").containsEntry("after", "7");
        });
    }

    @Test
    void goesBackToTheDefault() throws Exception {
        change(HOST, "limit", "7");

        SettingChange change = change(HOST, "limit", null);

        assertThat(part()).isEqualTo("1 null");
        assertThat(etc.resolve("sample.Part.properties")).doesNotExist();
        assertThat(setting(HOST, "limit").source()).isEqualTo(SettingSource.DEFAULT);
        assertThat(change.after()).isEqualTo("1");
        assertThat(settings.history(9)).hasSize(2);
    }

    @Test
    void leavesAllAsItWasWhenTheComponentDoesNotTakeIt() throws Exception {
        change(HOST, "limit", "7");

        assertThatIllegalStateException()
                .isThrownBy(() -> change(HOST, "limit", "13"))
                .withMessage("Cannot set 'limit' of 'sample.Part': limit must not be 13");

        assertThat(part()).isEqualTo("7 null");
        assertThat(etc.resolve("sample.Part.properties")).hasContent("limit = 7");
        assertThat(heard).hasSize(1);
    }

    @Test
    void changesASwappablePartByAnActivationOnly() throws IOException {
        change(SWAPPABLE, "mode", "hard");
        change(SWAPPABLE, "limit", "2");

        assertThat(harness.requests.get(1).configurations())
                .isEqualTo(Map.of(SWAPPABLE, new TreeMap<>(Map.of("limit", "2", "mode", "hard"))));
        assertThat(setting(SWAPPABLE, "limit").source()).isEqualTo(SettingSource.GENERATION);
        try (var files = Files.list(etc)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void saysWhyAnActivationFailed() {
        harness.refusal = "limit is odd";

        assertThatIllegalStateException()
                .isThrownBy(() -> change(SWAPPABLE, "limit", "3"))
                .withMessageContaining("limit is odd");
        assertThat(heard).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFitBeforeAnythingIsWritten() {
        refuses("limit", "21", "limit must be in [0, 20]");
        refuses("limit", "many", "limit must be an Integer");
        refuses("mode", "loud", "mode must be one of soft, hard");
        refuses("limits", "1", "There is no setting 'limits' of 'sample.Part'");
        refuses("limit", null, "'limit' of 'sample.Part' is that already");
        assertThat(audit.entries).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> settings.history(0));
    }

    private void refuses(String key, @Nullable String value, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(HOST, key, value))
                .withMessage(reason);
    }

    @Test
    void refusesWhatTheHostItselfSays() {
        framework.configure(HOST, Map.of("limit", "3"));
        awaitValue("3");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(HOST, "limit", "4"))
                .withMessageContaining("etc/sample.Part.properties");
        assertThat(setting(HOST, "limit").source()).isEqualTo(SettingSource.HOST);
    }

    private void awaitValue(String value) {
        while (!value.equals(setting(HOST, "limit").value())) {
            Thread.onSpinWait();
        }
    }

    @Test
    void doesNothingThatTheAuditLogCannotTake() {
        audit.broken = true;

        assertThatThrownBy(() -> change(HOST, "limit", "7")).isInstanceOf(RuntimeException.class);
        assertThat(setting(HOST, "limit").value()).isEqualTo("1");
        assertThat(etc.resolve("sample.Part.properties")).doesNotExist();
    }

    @Test
    void showsNoSecret() {
        SettingChange change = change(HOST, "key", "hunter22");

        assertThat(setting(HOST, "key").value()).isNull();
        assertThat(setting(HOST, "key").rule().secret()).isTrue();
        assertThat(change.after()).matches("sha256:[0-9a-f]{8}");
        assertThat(settings.history(1).toString()
                        + audit.entries.stream().map(AuditEntry::details).toList())
                .doesNotContain("hunter22");
    }

    @Test
    void rendersTheSwitchesThatComponentsDeclare() {
        change(HOST, "limit", "7");

        assertThat(settings.governance()).singleElement().satisfies(governed -> {
            assertThat(governed.flag()).isEqualTo("sampleLimit");
            assertThat(governed.setting().defaultValue()).isEqualTo("1");
            assertThat(governed.setting().value()).isEqualTo("7");
            assertThat(governed.rateLimit()).isEqualTo("7 a week");
            assertThat(governed.auditTrail()).isEqualTo("sample.change");
        });
    }

    private SettingChange change(String pid, String key, @Nullable String value) {
        return settings.change(pid, key, value, "anna", "a test");
    }

    private Setting setting(String pid, String key) {
        return settings.list(pid).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String part() throws Exception {
        return String.valueOf(framework.await(Callable.class).call());
    }
}
