package tacit.learn.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceRegistration;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.FailureMiner;
import tacit.api.learn.FailureTemplates;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceStore;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.template.MaskingTemplates;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.TestFramework;

/** The bundle in a framework, while detectors come and go. */
class DetectionTest {

    private final TestDatabase database = Engine.HSQLDB.open();
    private final TestFramework framework = TestFramework.start();

    @BeforeEach
    void start() {
        framework.register(Database.class, database.database(), Map.of());
        framework.register(TraceStore.class, new SqlTraceStore(database.database()), Map.of());
        framework.register(FailureTemplates.class, MaskingTemplates.unconfigured(), Map.of());
        for (String library : List.of("annotations", "core", "databind")) {
            framework.install(BundleJar.ofBundle("com.fasterxml.jackson.core.jackson-" + library));
        }
        framework.start(DetectingMiner.class);
    }

    @AfterEach
    void stop() {
        framework.close();
        database.close();
    }

    @Test
    void asksADetectorThatIsDroppedInWithoutStartingAnew() {
        FailureMiner miner = framework.await(FailureMiner.class);
        List<String> before = detectors(miner);

        framework.register(FailureDetector.class, new Lamenting(), Map.of());

        assertThat(framework.find(FailureMiner.class)).isSameAs(miner);
        assertThat(detectors(miner)).containsAll(before).contains("lamenting");
    }

    @Test
    void goesOnWhenADetectorLeaves() {
        ServiceRegistration<FailureDetector> detector =
                framework.register(FailureDetector.class, new Lamenting(), Map.of());
        FailureMiner miner = framework.await(FailureMiner.class);
        assertThat(detectors(miner)).contains("lamenting");

        detector.unregister();

        assertThat(framework.find(FailureMiner.class)).isSameAs(miner);
        assertThat(detectors(miner)).isNotEmpty().doesNotContain("lamenting");
    }

    private static List<String> detectors(FailureMiner miner) {
        RecordedTrace trace = new Story()
                .asks("lookup", "{}")
                .failingTool("lookup", "{}", "missing argument 'id'")
                .says("I could not look it up")
                .tell();
        return miner.mine(Scope.ofDefaultWorkspace(), trace).stream()
                .map(record -> record.detector())
                .toList();
    }

    /** Finds fault with every trace. */
    private static final class Lamenting implements FailureDetector {

        @Override
        public String name() {
            return "lamenting";
        }

        @Override
        public List<Finding> detect(RecordedTrace trace) {
            return List.of(new Finding(
                    null, "lament", FailureClass.AGENT, Severity.LOW, 0.9, "every trace is sad", "alas", null));
        }
    }
}
