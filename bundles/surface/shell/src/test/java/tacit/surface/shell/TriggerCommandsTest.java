package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.command.Command;
import tacit.api.pulse.TriggerStatus;
import tacit.api.pulse.Triggers;

class TriggerCommandsTest {

    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");

    private final ShellLines shell = new ShellLines();

    @BeforeEach
    void start() {
        shell.with(new TriggerCommands(new OneTrigger()), "triggers");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    @Test
    void listsTriggersWithTheirStateAndProblems() {
        assertThat(shell.run("tacit:triggers --json")).as(shell.err()).isEqualTo(Command.OK);

        assertThat(shell.out())
                .contains("\"trigger\":\"morning\"", "\"kind\":\"schedule\"", "\"state\":\"failing\"", "\"signals\":2")
                .contains("No such planet; broken", "2026-03-04T10:00:00Z");
    }

    @Test
    void listsKinds() {
        assertThat(shell.run("tacit:triggers kinds")).as(shell.err()).isEqualTo(Command.OK);

        assertThat(shell.out()).contains("files", "schedule");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tacit:triggers paint", "tacit:triggers list all"})
    void refusesWhatItDoesNotKnow(String line) {
        assertThat(shell.run(line)).isNotEqualTo(Command.OK);

        assertThat(shell.err()).contains("triggers knows list or kinds");
    }

    private static final class OneTrigger implements Triggers {

        @Override
        public List<TriggerStatus> status() {
            return List.of(new TriggerStatus(
                    "morning",
                    "schedule",
                    "w1",
                    null,
                    TriggerStatus.State.FAILING,
                    List.of("No such planet", "broken"),
                    TEN,
                    null,
                    new TriggerStatus.Counts(1, 2, 3, 4, 5)));
        }

        @Override
        public List<String> kinds() {
            return List.of("files", "schedule");
        }
    }
}
