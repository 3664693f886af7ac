package tacit.surface.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final CapturedConsole captured = new CapturedConsole();

    @Test
    void isWellWhenTheStoreIsOpenAndAgentsSpeak() {
        FakeTraceStore traces = new FakeTraceStore(Map.of("records-agent", NOW.minusSeconds(600)));

        int code = new DoctorCommand(List::of, CLOCK, new FakeDatabase(), traces).run(List.of(), captured.console());

        assertThat(code).isZero();
        assertThat(captured.out())
                .contains("ok  store  fake in memory")
                .contains("records-agent")
                .contains("10 minutes ago");
    }

    @Test
    void failsWhenNoStoreIsOpen() {
        int code = new DoctorCommand(List::of, CLOCK, null, null).run(List.of(), captured.console());

        assertThat(code).isEqualTo(1);
        assertThat(captured.out()).contains("fail  store  no database is open");
    }

    @Test
    void failsForEachProblemOfTheHost() {
        FakeTraceStore traces = new FakeTraceStore(Map.of());

        int code = new DoctorCommand(
                        () -> List.of("bundle 'x.jar' was not installed"), CLOCK, new FakeDatabase(), traces)
                .run(List.of("--json"), captured.console());

        assertThat(code).isEqualTo(1);
        assertThat(captured.out())
                .contains("\"bundle 'x.jar' was not installed\"")
                .contains("\"warn\"");
    }
}
