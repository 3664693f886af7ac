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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .contains("generation  none yet")
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

    private StatusCommand command() {
        return new StatusCommand(
                new FakeTraceStore(Map.of()), twoStableFamilies(), new FakeDatabase(), CLOCK, data.toString());
    }

    private static FailureClusters twoStableFamilies() {
        return (FailureClusters) Proxy.newProxyInstance(
                StatusCommandTest.class.getClassLoader(),
                new Class<?>[] {FailureClusters.class},
                (proxy, method, arguments) -> new Page<>(
                        List.of(), 0, ((ClusterFilter) arguments[1]).state() == ClusterState.STABLE ? 2 : 0));
    }
}
