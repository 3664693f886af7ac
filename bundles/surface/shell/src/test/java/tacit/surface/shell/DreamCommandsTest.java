package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.command.Command;
import tacit.runtime.testkit.FakeDreams;
import tacit.runtime.testkit.ListProfiles;

class DreamCommandsTest {

    private final FakeDreams dreams = new FakeDreams();
    private final ShellLines shell =
            new ShellLines().with(new DreamCommands(dreams, dreams, ListProfiles.of("p1", "writer", "home")), "dreams");

    @AfterEach
    void close() {
        shell.close();
    }

    private void run(String line) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
    }

    @Test
    void listsWhatWaits() {
        run("tacit:dreams --state proposed --user nora");

        assertThat(dreams.acts).containsExactly("list default nora PROPOSED");
        assertThat(shell.out()).contains("dc1", "proposed", "curated_replace", "Monday", "Tuesday");
    }

    @Test
    void listsRunsAndStartsOne() {
        run("tacit:dreams runs");
        assertThat(shell.out()).contains("dr1", "manual", "completed");

        run("tacit:dreams --profile p1 run look for reports");
        assertThat(dreams.acts).containsExactly("dream p1 default MANUAL look for reports");
    }

    @Test
    void showsOneWithItsEvidence() {
        run("tacit:dreams show dc1");

        assertThat(shell.out()).contains("curated_memory", "span:t/s", "On Tuesday", "0.84");
    }

    @Test
    void decides() {
        run("tacit:dreams accept dc1");
        run("tacit:dreams edit dc1 on Wednesday");
        run("tacit:dreams reject dc1 not ours");
        run("tacit:dreams reject dc1");
        run("tacit:dreams archive dc1");
        run("tacit:dreams undo dc1");

        assertThat(dreams.acts)
                .containsExactly(
                        "accept dc1 operator",
                        "edit dc1 on Wednesday",
                        "reject dc1 not ours",
                        "reject dc1 null",
                        "archive dc1",
                        "undo dc1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tacit:dreams accept",
                "tacit:dreams edit dc1",
                "tacit:dreams show dc2",
                "tacit:dreams forget dc1",
                "tacit:dreams --state asleep"
            })
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThat(shell.run(line)).isNotEqualTo(Command.OK);
    }

    @Test
    void saysWhyNot() {
        dreams.off = true;

        assertThat(shell.run("tacit:dreams undo dc1")).isNotEqualTo(Command.OK);
        assertThat(shell.err()).contains("is applied and cannot be changed");
        assertThat(shell.run("tacit:dreams run")).isNotEqualTo(Command.OK);
        assertThat(shell.err()).contains("dreaming is off");
    }
}
