package tacit.runtime.harness.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Ledger;
import tacit.api.harness.HarnessView;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.harness.activation.sample.Sample;
import tacit.runtime.ledger.FileArtifacts;
import tacit.runtime.ledger.FileLedger;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.TestFramework;
import tacit.runtime.trust.PolicyTrust;

/** A framework with a harness on a folder of its own; the roles one, two, three, four and the family several. */
final class TestHost implements AutoCloseable {

    final ListAudit audit = new ListAudit();
    Path data;
    Path home;
    final TestFramework felix;
    final CountDownLatch gate = new CountDownLatch(1);
    UnaryOperator<Ledger> ledgers = UnaryOperator.identity();
    UnaryOperator<Artifacts> stores = UnaryOperator.identity();
    Ledger ledger;
    Artifacts artifacts;
    LiveHarness harness;
    private final Map<String, Object> settings = new HashMap<>();

    TestHost(Path folder) {
        System.getProperties().put(Sample.GATE, gate);
        felix = TestFramework.start();
        felix.start(declaring());
        move(folder);
        settings.put("satisfy_timeout_millis", 200);
        settings.put("start_timeout_seconds", 1);
        settings.put("probe_deadline_millis", 1000);
        settings.put("drain_timeout_millis", 1000);
        settings.put("supervisor_seconds", 3600);
    }

    /** Lets the next start be that of a host on another folder. */
    TestHost move(Path folder) {
        data = folder.resolve("data");
        home = folder.resolve("image");
        settings.put("data_directory", data.toString());
        settings.put("home", home.toString());
        return this;
    }

    private static byte[] declaring() {
        return BundleJar.named("sample.roles", "1.0.0")
                .header("Import-Package", "tacit.api.learn")
                .header("Provide-Capability", """
                        tacit.role;role=one;type="tacit.api.learn.FailureTemplates",\
                        tacit.role;role=two;type="tacit.api.learn.FailureTemplates",\
                        tacit.role;role=three;type="tacit.api.learn.FailureTemplates",\
                        tacit.role;role=four;type="tacit.api.learn.FailureTemplates",\
                        tacit.role;role=several;type="tacit.api.learn.FailureTemplates";many=true""")
                .bytes();
    }

    /** Sets a setting of the harness before it starts. */
    TestHost with(String key, Object value) {
        settings.put(key, value);
        return this;
    }

    /** Puts a jar into the image. */
    TestHost ship(String name, byte[] jar) {
        try {
            Files.createDirectories(home.resolve("harness"));
            Files.write(home.resolve("harness").resolve(name), jar);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the harness as the start of a host does. */
    TestHost boot() {
        ledger = ledgers.apply(
                new FileLedger(Configurations.of(FileLedger.Config.class, Map.of("data_directory", data.toString()))));
        artifacts = stores.apply(new FileArtifacts(
                Configurations.of(FileArtifacts.Config.class, Map.of("data_directory", data.toString()))));
        PolicyTrust trust = new PolicyTrust(
                Clock.systemUTC(),
                Configurations.of(
                        PolicyTrust.Config.class, Map.of("data_directory", data.toString(), "classes", "off")));
        harness = new LiveHarness(
                felix.context(),
                ledger,
                artifacts,
                trust,
                new JsonCalls(),
                audit,
                Clock.systemUTC(),
                felix.await(ConfigurationAdmin.class),
                felix.await(ServiceComponentRuntime.class),
                Configurations.of(HarnessConfig.class, settings));
        return this;
    }

    /** Stops the harness as the stop of a host does. */
    TestHost halt() {
        harness.close();
        harness = null;
        return this;
    }

    /** Activates one jar for each role. */
    ActivationReport activate(Map<String, byte[]> jars) {
        return activate(jars, Map.of());
    }

    ActivationReport activate(Map<String, byte[]> jars, Map<String, Map<String, String>> configurations) {
        return harness.activate(request(jars, configurations));
    }

    ActivationRequest request(Map<String, byte[]> jars, Map<String, Map<String, String>> configurations) {
        TreeMap<String, String> hashes = new TreeMap<>();
        jars.forEach((role, jar) -> hashes.put(role, artifacts.put(jar)));
        TreeMap<String, SortedMap<String, String>> sorted = new TreeMap<>();
        configurations.forEach((pid, values) -> sorted.put(pid, new TreeMap<>(values)));
        return new ActivationRequest(hashes, Set.of(), sorted, "ada", "a test", null);
    }

    /** What the live provider of a role answers now. */
    String ask(String role) {
        try (HarnessView view = harness.view()) {
            return view.provider(role, FailureTemplates.class).template("file 17 is missing", null);
        }
    }

    /** What the facade of a role answers now. */
    String askFacade(String role) {
        return facade(role).template("file 17 is missing", null);
    }

    FailureTemplates facade(String role) {
        List<FailureTemplates> facades = felix.services(FailureTemplates.class, "(tacit.facade=" + role + ")");
        return facades.get(0);
    }

    /** The number of the generation that the ledger names. */
    long named() {
        return ledger.active().orElseThrow().number();
    }

    @Override
    public void close() {
        gate.countDown();
        if (harness != null) {
            harness.close();
        }
        felix.close();
    }
}
