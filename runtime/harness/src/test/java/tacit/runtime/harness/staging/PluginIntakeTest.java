package tacit.runtime.harness.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Candidate;
import tacit.api.generation.Candidate.State;
import tacit.runtime.testkit.TestFramework;

class PluginIntakeTest {

    private static TestFramework framework;

    @TempDir
    Path data;

    private final FakeGenerations generations = new FakeGenerations();
    private Desk desk;
    private FileStaging staging;
    private PluginIntake intake;

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
        restart();
    }

    private void restart() {
        staging = desk.open();
        intake = new PluginIntake(data.resolve("plugins"), staging, generations);
    }

    @Test
    void stagesAPluginAndActivatesNothing() {
        desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));

        settle();

        assertThat(staging.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.state()).isEqualTo(State.STAGED);
            assertThat(candidate.stagedBy()).isEqualTo("plugins");
            assertThat(candidate.fileName()).isEqualTo("hen.jar");
        });
        assertThat(generations.requests).isEmpty();
    }

    @Test
    void neverStagesTheSameFileTwice() throws IOException {
        Path jar = desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));
        settle();
        restart();
        settle();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(12345));
        settle();

        assertThat(desk.audit.acts()).hasSize(1);
    }

    @Test
    void examinesARefusedPluginAgainAfterARestart() {
        desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));
        Path revoked = desk.file("trust/revoked", new byte[] {'x'});
        settle();
        assertThat(staging.candidates()).extracting(Candidate::state).containsExactly(State.REFUSED);

        revoked.toFile().delete();
        restart();
        settle();

        assertThat(staging.candidates()).extracting(Candidate::state).containsExactly(State.STAGED);
    }

    @Test
    void neverUninstallsWhatIsTakenAway() throws IOException {
        Path jar = desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));
        settle();

        Files.delete(jar);
        settle();

        assertThat(staging.candidates()).hasSize(1);
        assertThat(desk.artifacts.contains(staging.candidates().get(0).sha256()))
                .isTrue();
        assertThat(generations.requests).isEmpty();
    }

    @Test
    void takesInTheOthersWhenOneIsBad() {
        desk.file("plugins/a.jar", Plugins.importing("hen.absent"));
        desk.file("plugins/b.jar", Plugins.templates("1.0.0"));
        desk.audit.full = true;
        settle();
        assertThat(staging.candidates()).isEmpty();
        desk.audit.full = false;
        desk.file("plugins/c.jar", Plugins.templates("1.1.0"));

        settle();

        assertThat(staging.candidates()).extracting(Candidate::fileName).containsExactly("c.jar");
    }

    @Test
    void forgetsTheHalfOfAFileOnceItIsWhole() {
        desk.file("plugins/hen.jar", new byte[] {'P', 'K', 3, 4});
        for (int look = 0; look <= PluginWatch.PATIENCE; look++) {
            intake.look();
        }
        assertThat(staging.candidates()).extracting(Candidate::state).containsExactly(State.REFUSED);

        desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));
        settle();

        assertThat(staging.candidates()).extracting(Candidate::state).containsExactly(State.STAGED);
    }

    @Test
    void activatesAtOnceWhereTheFolderIsMarked() {
        desk.file("plugins/auto", new byte[0]);
        desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));

        settle();

        ActivationRequest request = generations.requests.remove();
        String sha256 = staging.candidates().get(0).sha256();
        assertThat(request.bundles()).isEqualTo(Map.of(Plugins.ROLE, sha256));
        assertThat(request.removed()).isEmpty();
        assertThat(request.configurations()).isEmpty();
        assertThat(request.by()).isEqualTo("plugins folder");
        assertThat(request.reason()).contains("hen.jar");
    }

    @Test
    void activatesOnceOnly() {
        desk.file("plugins/auto", new byte[0]);
        desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));
        settle();
        settle();
        restart();
        settle();

        assertThat(generations.requests).hasSize(1);
    }

    @Test
    void activatesWhatWasRefusedOnceItIsSound() {
        desk.file("plugins/auto", new byte[0]);
        desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));
        Path statement = desk.file("plugins/hen.jar.statement", new byte[] {'{', '}'});
        settle();
        assertThat(staging.candidates()).extracting(Candidate::state).containsExactly(State.REFUSED);

        statement.toFile().delete();
        settle();

        assertThat(generations.requests).hasSize(1);
    }

    @Test
    void activatesNothingAgainBecauseOfItsStatement() throws IOException {
        desk.file("plugins/auto", new byte[0]);
        Path jar = desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));
        settle();
        desk.artifacts.putStatement(staging.candidates().get(0).sha256(), "{}");

        restart();
        settle();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(12345));
        settle();

        assertThat(generations.requests).hasSize(1);
        assertThat(desk.audit.acts()).hasSize(1);
    }

    @Test
    void activatesNothingThatCameBeforeTheMark() {
        desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));
        settle();
        desk.file("plugins/auto", new byte[0]);

        settle();
        restart();
        settle();

        assertThat(generations.requests).isEmpty();
    }

    @Test
    void keepsWhyAnActivationFailed() {
        desk.file("plugins/auto", new byte[0]);
        desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));
        generations.failure = "it answered nothing in time";

        settle();

        assertThat(staging.candidates().get(0).problems())
                .containsExactly(
                        "Its activation failed at step PROBE of failure-template: it answered nothing in time");
    }

    @Test
    void bearsAnActivationThatThrows() {
        desk.file("plugins/auto", new byte[0]);
        desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));
        generations.broken = new IllegalStateException("the audit log is full");

        settle();

        assertThat(staging.candidates().get(0).problems())
                .containsExactly("Its activation failed: the audit log is full");
    }

    @Test
    void activatesNothingThatIsRefused() {
        desk.file("plugins/auto", new byte[0]);
        desk.file(
                "plugins/hen.jar",
                Plugins.named("hen", "1.0.0").header("Export-Package", "hen").bytes());

        settle();

        assertThat(staging.candidates()).extracting(Candidate::state).containsExactly(State.REFUSED);
        assertThat(generations.requests).isEmpty();
    }

    @Test
    void activatesWhatWaitsOnceItIsSound() {
        desk.file("plugins/auto", new byte[0]);
        desk.file("plugins/hen.jar", Plugins.needing(Runnable.class.getName()));
        settle();
        assertThat(generations.requests).isEmpty();

        ServiceRegistration<Runnable> registration = framework.register(Runnable.class, () -> {}, Map.of());
        intake.look();

        assertThat(generations.requests).hasSize(1);
        registration.unregister();
    }

    private void settle() {
        intake.look();
        intake.look();
    }
}
