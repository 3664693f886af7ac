package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.StepResult;
import tacit.runtime.harness.activation.sample.Sample;
import tacit.runtime.testkit.BundleJar;

/** A bundle that fills no role, but contributes. */
final class ExtensionTest {

    private static final String ROLE = "extension/sample.extension";

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

    private static byte[] extension(String references) {
        return BundleJar.named("sample.extension", "1.0.0")
                .type(Sample.class)
                .resource("mood.txt", "fine")
                .resource("word.txt", "contributed")
                .component("extension", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="sample.extension">
                          %s
                          <implementation class="%s"/>
                        </scr:component>
                        """.formatted(references, Sample.class.getName()))
                .bytes();
    }

    @Test
    void isActivatedAndRemovedLikeAnyRole() {
        ActivationReport report = host.activate(Map.of(ROLE, extension("")));

        assertThat(report.failure()).isEmpty();
        assertThat(report.steps()).extracting(StepResult::step).contains(ActivationStep.COMMIT);
        assertThat(host.harness.active().orElseThrow().roles()).containsKey(ROLE);
        assertThat(host.felix.context().getBundle("slot:" + ROLE + "/A")).isNotNull();
    }

    @Test
    void comesUpAgainWithTheHost() {
        host.activate(Map.of(ROLE, extension("")));

        host.halt().boot();

        assertThat(host.harness.alarms()).isEmpty();
        assertThat(host.harness.active().orElseThrow().roles()).containsKey(ROLE);
    }

    @Test
    void isRefusedWhenAComponentOfItLacksAService() {
        byte[] jar = extension("<reference name=\"wish\" interface=\"java.util.concurrent.Callable\"/>");

        ActivationReport report = host.activate(Map.of(ROLE, jar));

        assertThat(report.failure().orElseThrow().step()).isEqualTo(ActivationStep.SATISFY);
        assertThat(report.failure().orElseThrow().detail()).contains("sample.extension unsatisfied: reference wish");
        assertThat(host.harness.active().orElseThrow().roles()).doesNotContainKey(ROLE);
    }
}
