package tacit.runtime.harness.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import tacit.api.generation.Candidate;
import tacit.api.generation.Candidate.State;
import tacit.runtime.testkit.TestFramework;

/** What a candidate lacks, in words. */
class NeedsTest {

    private static TestFramework framework;

    @TempDir
    Path data;

    private FileStaging staging;
    private Desk desk;

    @BeforeAll
    static void start() {
        framework = TestFramework.start();
    }

    @AfterAll
    static void stop() {
        framework.close();
    }

    @BeforeEach
    void open() {
        desk = new Desk(data, framework.context());
        staging = desk.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tacit.api.learn;version=\"[1.0,2)\"", "tacit.api.learn", "tacit.api.learn,java.util"})
    void findsPackagesOfTheHost(String imports) {
        Candidate candidate = stage(Plugins.importing(imports));

        assertThat(candidate.state()).isEqualTo(State.STAGED);
        assertThat(candidate.needs()).singleElement().asString().startsWith("imports package tacit.api.learn");
    }

    @ParameterizedTest
    @CsvSource({
        "'tacit.api.learn;version=\"[7.0,8)\"', 'It imports package tacit.api.learn [7.0,8), which no bundle exports'",
        "hen.house, 'It imports package hen.house, which no bundle exports'"
    })
    void namesPackagesThatNobodyExports(String imports, String problem) {
        Candidate candidate = stage(Plugins.importing(imports));

        assertThat(candidate.state()).isEqualTo(State.WAITING);
        assertThat(candidate.problems()).containsExactly(problem);
    }

    @Test
    void waitsUntilAServiceIsThere() {
        Candidate waiting = stage(Plugins.needing(Runnable.class.getName()));
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(waiting.problems())
                .containsExactly("Its component hen.Needing needs a service of interface java.lang.Runnable,"
                        + " which nobody offers");

        ServiceRegistration<Runnable> registration = framework.register(Runnable.class, () -> {}, Map.of());

        assertThat(staging.candidates()).extracting(Candidate::state).containsExactly(State.STAGED);
        assertThat(staging.candidates().get(0).needs())
                .containsExactly("component hen.Needing needs a service of interface java.lang.Runnable");
        registration.unregister();
        assertThat(staging.candidates()).extracting(Candidate::state).containsExactly(State.WAITING);
    }

    @Test
    void doesNotCountWhatLiesHiddenInASlot() throws Exception {
        Bundle slot = framework.install(
                "slot:guard/A", Plugins.named("hen.slot", "1.0.0").bytes());
        slot.start();
        slot.getBundleContext().registerService(Comparable.class, "a service", null);

        Candidate candidate = stage(Plugins.needing(Comparable.class.getName()));

        assertThat(candidate.state()).isEqualTo(State.WAITING);
        slot.uninstall();
    }

    @Test
    void countsWhatTheBundleOffersItself() {
        assertThat(stage(Plugins.needing("hen.Own")).state()).isEqualTo(State.STAGED);
    }

    @Test
    void knowsTheRolesOfTheHost() {
        assertThat(stage(Plugins.templates("1.0.0")).state()).isEqualTo(State.STAGED);
        assertThat(stage(Plugins.source("trace-source/hen")).state()).isEqualTo(State.STAGED);
    }

    @ParameterizedTest
    @CsvSource({
        "watchdog, 'It fills role watchdog, which this host does not know'",
        "trace-source, 'It fills role trace-source without a name of its own: it must be trace-source/<name>'",
        "failure-template/hen, 'It fills role failure-template/hen, and failure-template takes no further name'",
        "failure-template, 'It fills role failure-template with interface tacit.api.ingest.TraceSource, which must be"
                + " tacit.api.learn.FailureTemplates'"
    })
    void namesRolesThatDoNotFit(String role, String problem) {
        Candidate candidate = stage(Plugins.source(role));

        assertThat(candidate.state()).isEqualTo(State.WAITING);
        assertThat(candidate.problems()).containsExactly(problem);
    }

    @Test
    void takesABundleThatFillsNoRole() {
        Candidate candidate = stage(Plugins.named("hen.plain", "1.0.0").bytes());

        assertThat(candidate.state()).isEqualTo(State.STAGED);
        assertThat(candidate.facts().roles()).containsOnlyKeys("extension/hen.plain");
        assertThat(candidate.needs()).isEqualTo(List.of());
    }

    private Candidate stage(byte[] jar) {
        return staging.stage(desk.file("in/hen.jar", jar), "ann");
    }
}
