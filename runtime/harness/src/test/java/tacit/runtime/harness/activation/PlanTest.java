package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import tacit.api.generation.ActivationPlan;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.testkit.BundleJar;

final class PlanTest {

    private TestHost host;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = new TestHost(folder)
                .ship("one.jar", Samples.answering("one", "first"))
                .boot();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private ActivationPlan plan(byte[] jar) {
        return host.harness.plan(host.request(Map.of("one", jar), Map.of()));
    }

    @Test
    void showsWhatWouldChangeAndChangesNothing() {
        ActivationPlan plan = plan(Samples.moody("one", "second", "fine")
                .header("Import-Package", "org.osgi.framework,org.slf4j,tacit.api.learn")
                .bytes());

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.diff().roles()).extracting(change -> change.role()).containsExactly("one");
        assertThat(plan.diff().to()).isEqualTo(2);
        assertThat(plan.packages()).anyMatch(name -> name.startsWith("+org.slf4j"));
        assertThat(host.ledger.nextNumber()).isEqualTo(2);
        assertThat(host.ask("one")).isEqualTo("first");
        assertThat(host.felix.context().getBundle("slot:one/B")).isNull();
        assertThat(host.audit.entries).hasSize(1);
    }

    @Test
    void showsTheSettingsThatWouldChange() {
        ActivationPlan plan =
                host.harness.plan(host.request(Map.of(), Map.of(Samples.pid("one"), Map.of("prefix", "x"))));

        assertThat(plan.diff().settings()).extracting(change -> change.key()).containsExactly("prefix");
        assertThat(plan.packages()).isEmpty();
    }

    @Test
    void namesWhoAsksTheRole() throws InvalidSyntaxException {
        Bundle caller = host.felix.start(BundleJar.named("a.caller", "1.0.0").bytes());
        BundleContext context = caller.getBundleContext();
        context.getServiceReferences(FailureTemplates.class, "(tacit.facade=one)")
                .forEach(context::getService);

        ActivationPlan plan = plan(Samples.answering("one", "second"));

        assertThat(plan.affected()).contains("a.caller asks 'one'");
    }

    @Test
    void saysWhatIsMissing() {
        byte[] jar = Samples.moody("one", "second", "fine")
                .header("Import-Package", "tacit.api.learn,org.osgi.framework,tacit.api.nowhere;version=\"[1,2)\"")
                .bytes();

        assertThat(plan(jar).problems()).anyMatch(problem -> problem.contains("imports package 'tacit.api.nowhere'"));
        assertThat(plan(Samples.unsatisfied("one")).problems())
                .anyMatch(problem -> problem.contains("needs a service 'java.util.concurrent.Callable'"));
        assertThat(plan(Samples.moody("one", "second", "fine")
                                .header("Export-Package", "a")
                                .bytes())
                        .problems())
                .anyMatch(problem -> problem.contains("is refused"));
        assertThat(plan(Samples.answering("two", "second")).problems())
                .anyMatch(problem -> problem.contains("does not fill role 'one'"));
        assertThat(plan(Samples.answering("one", "first")).problems()).containsExactly("Nothing would change");
    }
}
