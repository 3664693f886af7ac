package tacit.surface.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.harness.Harness;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureClusters;
import tacit.api.store.Page;

class StatusCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private final CapturedConsole captured = new CapturedConsole();

    @Test
    void sumsUpOverTheWorkspaces() throws Exception {
        Files.writeString(
                data.resolve("host.json"),
                "{\"pid\":42,\"apiPort\":7717,\"otlpPort\":4318,\"startedAt\":\"2026-05-01T11:00:00Z\"}");

        int code = command().run(List.of(), captured.console());

        assertThat(code).isZero();
        assertThat(captured.out())
                .contains("process 42, up for 60 minutes")
                .contains("API http://127.0.0.1:7717, OTLP http://127.0.0.1:4318")
                .contains("6 with 24 spans, 2 not learned from yet")
                .contains("4: 4 stable")
                .contains("generation  none: the harness did not start")
                .contains("store       fake in memory");
    }

    @Test
    void writesOneJsonObject() {
        command().run(List.of("--json"), captured.console());

        assertThat(captured.out())
                .startsWith("{\"running\":false,\"traces\":6,\"spans\":24,\"pending\":2,")
                .contains("\"stable\":4")
                .contains("\"generation\":null");
    }

    @Test
    void refusesAHostFileThatIsNoJson() throws Exception {
        Files.writeString(data.resolve("host.json"), "half a fi");

        assertThatThrownBy(() -> command().run(List.of(), captured.console()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("host.json");
    }

    @ParameterizedTest
    @CsvSource({"PT59S,59 seconds", "PT3M,3 minutes", "PT5H,5 hours", "PT72H,3 days"})
    void saysTimesInWords(Duration time, String words) {
        assertThat(StatusCommand.words(time)).isEqualTo(words);
    }

    @Test
    void namesTheGenerationAndItsAlarms() {
        Generation active = new Generation(
                7, null, Instant.EPOCH, "operator", "it masks units", new TreeMap<>(), new TreeMap<>(), null);
        StatusCommand command = new StatusCommand(
                new FakeTraceStore(Map.of()),
                twoStableFamilies(),
                new FakeDatabase(),
                answering(Generations.class, "active", Optional.of(active)),
                answering(Harness.class, "alarms", List.of("generation 8 could not start")),
                CLOCK,
                data.toString());

        command.run(List.of(), captured.console());
        command.run(List.of("--json"), captured.console());

        assertThat(captured.out())
                .contains("generation  7 with 0 roles: it masks units", "alarm       generation 8 could not start")
                .contains("\"generation\":7,\"alarms\":[\"generation 8 could not start\"]");
    }

    private static <T> T answering(Class<T> type, String name, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                StatusCommandTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo(name);
                    return answer;
                }));
    }

    private StatusCommand command() {
        return new StatusCommand(
                new FakeTraceStore(Map.of()),
                twoStableFamilies(),
                new FakeDatabase(),
                null,
                null,
                CLOCK,
                data.toString());
    }

    private static FailureClusters twoStableFamilies() {
        return (FailureClusters) Proxy.newProxyInstance(
                StatusCommandTest.class.getClassLoader(),
                new Class<?>[] {FailureClusters.class},
                (proxy, method, arguments) -> new Page<>(
                        List.of(), 0, ((ClusterFilter) arguments[1]).state() == ClusterState.STABLE ? 2 : 0));
    }
}
