package tacit.bench.swap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.wiring.BundleWiring;
import tacit.api.access.AuditLog;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generations;
import tacit.api.generation.StepResult;
import tacit.api.trust.BundleTrust;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.TestFramework;
import tacit.surface.access.SqlAuditLog;

/** The harness of the host with its ledger, store, trust and audit log, in a folder of its own. */
final class HarnessHost implements AutoCloseable {

    private static final List<String> LIBRARIES = List.of("annotations", "core", "databind");
    private static final List<String> CONFIGURED = List.of(
            "tacit.runtime.ledger.FileLedger",
            "tacit.runtime.ledger.FileArtifacts",
            "tacit.runtime.trust.PolicyTrust",
            "tacit.runtime.harness.activation.LiveHarness");
    private static final List<String> BUNDLES =
            List.of("tacit.runtime.calls", "tacit.runtime.ledger", "tacit.runtime.trust", "tacit.runtime.harness");

    private final TestFramework framework = TestFramework.start();
    private final TestDatabase database = Engine.HSQLDB.open();
    private final Path folder;
    private final Generations generations;

    /** Starts with a generation that this jar fills the role in. */
    HarnessHost(byte[] first) throws IOException {
        keepFewRows();
        folder = Files.createTempDirectory("tacit-swap");
        Path shipped = Files.createDirectories(folder.resolve("image/harness"));
        Files.write(shipped.resolve("first.jar"), first);
        framework.register(AuditLog.class, new SqlAuditLog(database.database(), Clock.systemUTC()), Map.of());
        Map<String, String> settings = Map.of(
                "data.directory",
                folder.resolve("data").toString(),
                "home",
                folder.resolve("image").toString());
        CONFIGURED.forEach(pid -> framework.configure(pid, settings));
        LIBRARIES.forEach(name -> framework.install(BundleJar.ofBundle("com.fasterxml.jackson.core.jackson-" + name)));
        BUNDLES.forEach(name -> framework.start(BundleJar.ofBundle(name)));
        generations = framework.await(Generations.class);
        framework.await(BundleTrust.class);
    }

    /** The database remembers rows up to a bound, which the audit log would take thousands of swaps to reach. */
    private void keepFewRows() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET FILES CACHE ROWS 100");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot bound the rows that the database remembers", e);
        }
    }

    TestFramework framework() {
        return framework;
    }

    Generations generations() {
        return generations;
    }

    /** Puts a jar into the store, from which an activation takes it by its hash. */
    String store(byte[] jar) {
        return framework.await(Artifacts.class).put(jar);
    }

    void activate(SortedMap<String, String> bundles, SortedMap<String, String> settings) {
        SortedMap<String, SortedMap<String, String>> configurations = new TreeMap<>();
        if (!settings.isEmpty()) {
            configurations.put(ProviderJars.PID, settings);
        }
        require(generations.activate(
                new ActivationRequest(bundles, Set.of(), configurations, "bench", "a swap", null)));
    }

    static void require(ActivationReport report) {
        report.failure().ifPresent(step -> {
            throw new IllegalStateException("Cannot swap: " + words(step));
        });
    }

    private static String words(StepResult step) {
        return step.step() + " of " + step.subject() + ": " + step.detail();
    }

    /** The class loaders of what lies in the slots. */
    List<ClassLoader> loaders() {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith("slot:"))
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .filter(wiring -> wiring != null && wiring.getClassLoader() != null)
                .map(BundleWiring::getClassLoader)
                .toList();
    }

    @Override
    public void close() {
        framework.close();
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete '" + folder + "': " + e.getMessage(), e);
        }
    }
}
