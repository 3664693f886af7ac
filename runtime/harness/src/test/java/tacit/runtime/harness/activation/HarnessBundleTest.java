package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditLog;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generations;
import tacit.api.harness.Harness;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.ledger.FileLedger;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.testkit.TestFramework;
import tacit.runtime.trust.PolicyTrust;

/** The harness as a bundle among bundles. */
final class HarnessBundleTest {

    @Test
    void startsByItsDescriptionAndServesARole(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("image/harness"));
        Files.write(folder.resolve("image/harness/template.jar"), Samples.answering("failure-template", "shipped"));
        try (TestFramework felix = TestFramework.start()) {
            Map<String, String> data =
                    Map.of("data.directory", folder.resolve("data").toString());
            felix.configure("tacit.runtime.ledger.FileLedger", data);
            felix.configure("tacit.runtime.ledger.FileArtifacts", data);
            felix.configure(
                    PolicyTrust.class.getName(),
                    Map.of("data.directory", folder.resolve("data").toString(), "classes", "off"));
            felix.configure(
                    LiveHarness.class.getName(),
                    Map.of(
                            "data.directory",
                            folder.resolve("data").toString(),
                            "home",
                            folder.resolve("image").toString()));
            felix.register(AuditLog.class, new ListAudit(), Map.of());
            for (String library : new String[] {"annotations", "core", "databind"}) {
                felix.start(BundleJar.ofBundle("com.fasterxml.jackson.core.jackson-" + library));
            }
            felix.start(JsonCalls.class);
            felix.start(FileLedger.class);
            felix.start(PolicyTrust.class);
            felix.start(LiveHarness.class);

            Generations generations = felix.await(Generations.class);
            FailureTemplates facade = felix.await(FailureTemplates.class, "(tacit.facade=failure-template)");
            assertThat(facade.template("a", null)).isEqualTo("shipped");
            assertThat(felix.await(Harness.class).alarms()).isEmpty();

            String hash = felix.await(Artifacts.class).put(Samples.answering("failure-template", "activated"));
            assertThat(generations
                            .activate(new ActivationRequest(
                                    new TreeMap<>(Map.of("failure-template", hash)),
                                    Set.of(),
                                    new TreeMap<>(),
                                    "ada",
                                    "a test",
                                    null))
                            .failure())
                    .isEmpty();
            assertThat(facade.template("a", null)).isEqualTo("activated");
            assertThat(generations.rollBack(Optional.empty(), "ada", "back").failure())
                    .isEmpty();
            assertThat(facade.template("a", null)).isEqualTo("shipped");
        }
    }
}
