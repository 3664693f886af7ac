package tacit.surface.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.surface.settings.TestBundles.SWAPPABLE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.SettingChange;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.TestFramework;

/** Settings that change with a generation, whoever made it. */
@EachDatabase
class GenerationChangesTest {

    private final FakeHarness harness = new FakeHarness();
    private final List<SettingChange> heard = new ArrayList<>();
    private final TestFramework framework = TestFramework.start();
    private SqlStateStore states;
    private LiveSettings settings;

    @TempDir
    Path etc;

    @BeforeEach
    void install(Database database) {
        framework.install("slot:style/A", TestBundles.swappable());
        states = new SqlStateStore(database, new PatternRedactor(), new MovingClock());
        start();
    }

    @AfterEach
    void stop() {
        framework.close();
    }

    /** Also after a stop: what is durable stays. */
    private void start() {
        SettingHistory history = new SettingHistory(states);
        LiveSettings.Host host = new LiveSettings.Host(
                framework.context(),
                framework.await(ConfigurationAdmin.class),
                framework.await(ServiceComponentRuntime.class),
                harness,
                harness);
        settings = new LiveSettings(host, new ListAuditLog(), new MovingClock(), history, etc);
        settings.listeners = List.of(
                change -> {
                    throw new IllegalStateException("This one fails");
                },
                heard::add,
                history);
    }

    @Test
    void tellsOfASwappablePartOnceWithItsGeneration() {
        settings.change(SWAPPABLE, "limit", "2", "anna", "a test");
        settings.activated();

        assertThat(heard).singleElement().satisfies(change -> {
            assertThat(change.before() + " " + change.after()).isEqualTo("1 2");
            assertThat(change.by() + ": " + change.reason()).isEqualTo("anna: a test");
            assertThat(change.generation()).isEqualTo(1);
        });
        assertThat(settings.history(9)).isEqualTo(heard);
    }

    @Test
    void tellsOfEachSettingThatAGenerationChanges() {
        harness.activate("sample.Style:limit=2", "sample.Style:mode=hard");
        settings.activated();
        assertThat(heard)
                .extracting(GenerationChangesTest::words)
                .containsExactly("limit 1 2 ben 1", "mode soft hard ben 1");
        heard.clear();

        harness.activate("sample.Style:limit=3", "sample.Style:mode=hard");
        settings.activated();
        assertThat(heard).extracting(GenerationChangesTest::words).containsExactly("limit 2 3 ben 2");
        heard.clear();

        harness.rollBack(1);
        settings.activated();
        assertThat(heard).extracting(GenerationChangesTest::words).containsExactly("limit 3 2 cleo 1");
        assertThat(settings.history(9)).extracting(SettingChange::generation).containsExactly(1L, 2L, 1L, 1L);
    }

    @Test
    void tellsOfNothingWhenAGenerationChangesNoSetting() {
        harness.activate("sample.Style:limit=2");
        settings.activated();
        heard.clear();

        harness.activate("sample.Style:limit=2");
        settings.activated();
        settings.activated();

        assertThat(heard).isEmpty();
    }

    @Test
    void showsASettingThatGoesBackToItsDefault() {
        harness.activate("sample.Style:limit=2");
        harness.activate();
        settings.activated();

        assertThat(heard)
                .extracting(GenerationChangesTest::words)
                .containsExactly("limit 1 2 ben 1", "limit 2 1 ben 2");
    }

    @Test
    void tellsWhatAStoppedHostDidNotComeToTellOnce() {
        harness.activate("sample.Style:limit=2");
        settings.activated();
        harness.activate("sample.Style:limit=3");
        heard.clear();
        start();

        settings.activated();
        start();
        settings.activated();

        assertThat(heard).extracting(GenerationChangesTest::words).containsExactly("limit 2 3 ben 2");
        assertThat(settings.history(9)).hasSize(2);
    }

    @Test
    void tellsNobodyTwiceOfWhatTheHistoryHas() {
        harness.activate("sample.Style:limit=2");
        settings.activated();
        states.remove(Scope.ofDefaultWorkspace(), "settings-ledger", "settings-ledger");
        heard.clear();

        settings.activated();

        assertThat(heard).isEmpty();
        assertThat(settings.history(9)).hasSize(1);
    }

    @Test
    void showsNoSecretOfAGeneration() {
        harness.activate("sample.Style:key=hunter22", "sample.Unknown:token=hunter23");
        harness.activate("sample.Style:key=hunter24");
        settings.activated();

        assertThat(heard).hasSize(4).allSatisfy(change -> assertThat(change.before() + change.after())
                .matches("(null|sha256:[0-9a-f]{8})*"));
        assertThat(settings.history(9).toString()).doesNotContain("hunter");
    }

    private static String words(SettingChange change) {
        return String.join(
                " ", change.key(), change.before(), change.after(), change.by(), String.valueOf(change.generation()));
    }
}
