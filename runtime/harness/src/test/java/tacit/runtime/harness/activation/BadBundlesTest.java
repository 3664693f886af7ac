package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.StepResult;

/** Each kind of bad bundle leaves the live one untouched and says why. */
final class BadBundlesTest {

    private TestHost host;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = new TestHost(folder)
                .ship("one.jar", Samples.answering("one", "old"))
                .boot();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("missing import", missingImport(), ActivationStep.RESOLVE, "tacit.api.nowhere"),
                Arguments.of("activator throws", mood("throws at start"), ActivationStep.START, "no mood to start"),
                Arguments.of("activator hangs", mood("hangs at start"), ActivationStep.START, "Sample.await"),
                Arguments.of("out of memory", mood("dies at start"), ActivationStep.START, "pretended"),
                Arguments.of(
                        "activation throws",
                        mood("throws at activation"),
                        ActivationStep.SATISFY,
                        "no mood to be active"),
                Arguments.of(
                        "never satisfied",
                        Samples.unsatisfied("one"),
                        ActivationStep.SATISFY,
                        "reference wish (java.util"),
                Arguments.of("probe throws", mood("throws"), ActivationStep.PROBE, "no answer to this"),
                Arguments.of("not deterministic", mood("moody"), ActivationStep.PROBE, "not deterministic"),
                Arguments.of("probe hangs", mood("hangs"), ActivationStep.PROBE, "did not return within 1000 ms"),
                Arguments.of(
                        "wrong role",
                        Samples.answering("two", "new"),
                        ActivationStep.TRUST,
                        "does not fill role 'one'"),
                Arguments.of("no bundle", new byte[] {1, 2, 3}, ActivationStep.TRUST, ""));
    }

    private static byte[] mood(String mood) {
        return Samples.moody("one", "bad", mood).bytes();
    }

    private static byte[] missingImport() {
        return Samples.moody("one", "bad", "fine")
                .header("Import-Package", "tacit.api.learn,org.osgi.framework,tacit.api.nowhere;version=\"[1,2)\"")
                .bytes();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void refusesABadBundleAndKeepsTheLiveOne(String name, byte[] jar, ActivationStep step, String words) {
        ActivationReport report = host.activate(Map.of("one", jar));

        StepResult failure = report.failure().orElseThrow();
        assertThat(failure.step()).isEqualTo(step);
        assertThat(failure.detail()).contains(words);
        assertThat(report.active()).isEqualTo(1);
        assertThat(host.named()).isEqualTo(1);
        assertThat(host.ask("one")).isEqualTo("old");
        assertThat(host.askFacade("one")).isEqualTo("old");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void takesAGoodBundleOnceTheBadOneLetsGo(String name, byte[] jar, ActivationStep step, String words) {
        host.activate(Map.of("one", jar));
        host.gate.countDown();
        Eventually.becomes(() -> host.harness.alarms().isEmpty());

        ActivationReport report = host.activate(Map.of("one", Samples.answering("one", "good")));

        assertThat(report.failure()).isEmpty();
        assertThat(host.askFacade("one")).isEqualTo("good");
    }

    @Test
    void doesNotUseASlotThatHungCodeKeeps() {
        host.activate(Map.of("one", mood("hangs at start")));

        ActivationReport report = host.activate(Map.of("one", Samples.answering("one", "good")));

        StepResult failure = report.failure().orElseThrow();
        assertThat(failure.step()).isEqualTo(ActivationStep.SLOT);
        assertThat(failure.detail()).contains("slot B of 'one'", "SampleActivator.start");
        assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.contains("did not return"));
        assertThat(host.ask("one")).isEqualTo("old");
    }

    @Test
    void keepsALiveBundleThatDoesNotStopOutOfTheWay() {
        host.activate(Map.of("one", mood("hangs at stop")));
        host.activate(Map.of("one", Samples.answering("one", "next")));

        ActivationReport report = host.activate(Map.of("one", Samples.answering("one", "last")));

        assertThat(report.failure().orElseThrow().detail()).contains("does not stop", "SampleActivator.stop");
        assertThat(host.ask("one")).isEqualTo("next");
    }

    @Test
    void neverStartsAJarThatWasAlteredInTheStore() throws IOException {
        byte[] jar = Samples.answering("one", "new");
        String hash = host.artifacts.put(jar);
        Path file = stored(hash);
        jar[jar.length / 2] ^= 1;
        Files.write(file, jar);

        ActivationReport named = host.harness.activate(new ActivationRequest(
                new TreeMap<>(Map.of("one", hash)), Set.of(), new TreeMap<>(), "ada", "a test", null));

        assertThat(named.failure().orElseThrow().step()).isEqualTo(ActivationStep.READ);
        assertThat(named.failure().orElseThrow().detail()).contains(hash);
        assertThat(host.ask("one")).isEqualTo("old");
    }

    private Path stored(String hash) throws IOException {
        try (Stream<Path> files = Files.walk(host.data.resolve("store"))) {
            return files.filter(file -> file.getFileName().toString().equals(hash + ".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
