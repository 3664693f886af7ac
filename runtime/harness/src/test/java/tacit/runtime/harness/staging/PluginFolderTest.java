package tacit.runtime.harness.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AuditLog;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Candidate;
import tacit.api.generation.Generations;
import tacit.api.generation.Ledger;
import tacit.api.generation.Staging;
import tacit.api.trust.BundleTrust;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.testkit.TestFramework;

class PluginFolderTest {

    @TempDir
    Path data;

    private final FakeGenerations generations = new FakeGenerations();

    @Test
    void watchesInAHostThatIsConfiguredForIt() throws Exception {
        try (TestFramework framework = TestFramework.start()) {
            Desk desk = offerParts(framework);
            framework.configure(FileStaging.class.getName(), Map.of("data.directory", data.toString()));
            framework.configure(
                    PluginFolder.class.getName(), Map.of("data.directory", data.toString(), "poll.millis", "50"));
            desk.file("plugins/auto", new byte[0]);
            desk.file("plugins/hen.jar", Plugins.templates("1.0.0"));

            ActivationRequest request = generations.requests.poll(30, TimeUnit.SECONDS);

            assertThat(request).isNotNull();
            assertThat(framework.await(Staging.class).candidates())
                    .extracting(candidate -> candidate.sha256())
                    .containsExactly(request.bundles().get(Plugins.ROLE));
        }
    }

    @Test
    void doesNotWatchInACommandThatRunsAlone() throws Exception {
        try (TestFramework framework = TestFramework.start()) {
            offerParts(framework);

            framework.configure(FileStaging.class.getName(), Map.of("data.directory", data.toString()));

            assertThat(framework.await(Staging.class).candidates()).isEmpty();
            assertThat(data.resolve("plugins")).doesNotExist();
        }
    }

    @Test
    void makesItsFolder() throws InterruptedException {
        folder(data.toString(), 500).stop();

        assertThat(data.resolve("plugins")).isEmptyDirectory();
    }

    @Test
    void saysThatItsFolderCannotBeMade() throws IOException {
        Path occupied = Files.writeString(data.resolve("occupied"), "a file");

        assertThatThrownBy(() -> folder(occupied.toString(), 500))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot make the plugins folder");
    }

    @ParameterizedTest
    @CsvSource({"'', 500, data.directory", "here, 49, poll.millis", "here, 60001, poll.millis"})
    void refusesSettingsThatMakeNoSense(String directory, int poll, String named) {
        assertThatThrownBy(() -> folder(directory, poll))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(named);
    }

    @Test
    void refusesTheStagingOfSomebodyElse() {
        Staging other = new Staging() {
            @Override
            public List<Candidate> candidates() {
                return List.of();
            }

            @Override
            public Candidate stage(Path file, String by) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean discard(String sha256, String by) {
                return false;
            }
        };

        assertThatThrownBy(() -> new PluginFolder(other, generations, new Desk.OfFolder(data.toString(), 500)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("staging must be that of this bundle");
    }

    private PluginFolder folder(String directory, int poll) {
        try (TestFramework framework = TestFramework.start()) {
            FileStaging staging = new Desk(data, framework.context()).open();
            return new PluginFolder(staging, generations, new Desk.OfFolder(directory, poll));
        }
    }

    private Desk offerParts(TestFramework framework) throws Exception {
        Desk desk = new Desk(data, framework.context());
        framework.register(Artifacts.class, desk.artifacts, Map.of());
        framework.register(Ledger.class, desk.ledger, Map.of());
        framework.register(BundleTrust.class, desk.trust, Map.of());
        framework.register(AuditLog.class, desk.audit, Map.of());
        framework.register(Generations.class, generations, Map.of());
        List.of(JsonFactory.class, JsonProperty.class, ObjectMapper.class)
                .forEach(library -> framework.install(BundleJar.of(library)));
        framework.start(FileStaging.class);
        return desk;
    }
}
