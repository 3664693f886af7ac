package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.command.Command;
import tacit.api.gate.Disagreement;

class ShadowCommandsTest {

    private Disagreement found = new Disagreement(
            40, 2, 10, 0.127, 0.412, List.of(new Disagreement.Change("\"allow\"", "\"ask\"", 7, "d-1")));
    private String asked = "";
    private final ShellLines shell = new ShellLines()
            .with(
                    new ShadowCommands((scope, id, most) -> {
                        asked = scope.workspaceId() + " " + id + " " + most;
                        if (id.equals("x9")) {
                            throw new IllegalArgumentException("There is no experiment x9");
                        }
                        return found;
                    }),
                    "shadow");

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void tellsHowMuchWouldChangeWithExamples() {
        assertThat(shell.run("tacit:shadow --limit 50 --workspace w x1"))
                .as(shell.err())
                .isEqualTo(Command.OK);

        assertThat(asked).isEqualTo("w x1 50");
        assertThat(shell.out())
                .containsPattern("answered +40")
                .containsPattern("unanswered +2")
                .containsPattern("share +25.0 %, 95 % interval 12.7 to 41.2")
                .containsPattern("7 +d-1 +\"allow\" +\"ask\"");
    }

    @Test
    void saysThatNothingWasAsked() {
        found = new Disagreement(0, 0, 0, 0, 1, List.of());

        shell.run("tacit:shadow x1");

        assertThat(asked).isEqualTo("default x1 200");
        assertThat(shell.out()).containsPattern("share +nothing was asked");
    }

    @Test
    void tellsItAsJson() {
        shell.run("tacit:shadow --json x1");

        assertThat(shell.out()).contains("\"differing\":10").doesNotContain("d-1");
    }

    @Test
    void refusesAnUnknownExperiment() {
        assertThat(shell.run("tacit:shadow x9")).isNotEqualTo(Command.OK);

        assertThat(shell.err()).contains("There is no experiment x9");
    }
}
