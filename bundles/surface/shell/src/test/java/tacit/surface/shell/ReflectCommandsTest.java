package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.surface.shell.FakeReflection.RUN;
import static tacit.surface.shell.FakeReflection.TARGET;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.command.Command;
import tacit.runtime.testkit.ListProfiles;

class ReflectCommandsTest {

    private final FakeReflection desk = new FakeReflection();
    private final ShellLines shell = new ShellLines()
            .with(
                    new ReflectCommands(
                            desk, new ListProfiles().add("p1", "home", true).add("ap-0123456789ab", "home", true)),
                    "reflect");

    @AfterEach
    void close() {
        shell.close();
    }

    private String run(String line) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
        return shell.out();
    }

    @Test
    void listsRuns() {
        assertThat(run("tacit:reflect --profile p1 --limit 5 --offset 10"))
                .contains(RUN, TARGET, "suggest", "Mend the cause");

        assertThat(desk.acts).containsExactly("runs p1 10 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "targets", "backlog", "notices"})
    void tablesFit80ColumnsWithWholeIds(String list) {
        assertThat(shell.run("tacit:reflect --profile ap-0123456789ab " + list, 80))
                .as(shell.err())
                .isEqualTo(Command.OK);

        assertThat(shell.out().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(80));
        assertThat(shell.out()).containsAnyOf(RUN, "bl_0123456789abcdef0123", "rn_0123456789abcdef0123", TARGET);
    }

    @Test
    void showsWhatTargetsAreWorthAndWhyNot() {
        assertThat(run("tacit:reflect --profile p1 targets"))
                .contains(TARGET, "blocked", "12.75", "not before 2026-03-03");
    }

    @Test
    void showsARunWithItsEvidenceHypothesesAndCritiques() {
        assertThat(run("tacit:reflect show " + RUN))
                .contains("code_failure! failed: the build", "rejected 0.84 Mend the cause (respond-1 is better)")
                .contains("failures-1 mixed: it is old", "escalated", "0.72", "pulse:p1");
    }

    @Test
    void showsTheBrainAsJson() {
        assertThat(run("tacit:reflect --profile p1 --json brain"))
                .contains("\"status\":\"idle\"", "\"memory 1\":\"open_thread: The build fails\"");
    }

    @Test
    void actsForTheOperator() {
        assertThat(run("tacit:reflect --profile p1 now")).contains("Run " + RUN + " came to suggest");
        run("tacit:reflect --profile p1 now " + TARGET);
        run("tacit:reflect --profile p1 leave " + TARGET);
        run("tacit:reflect --reason 'not ours' dismiss " + RUN);
        run("tacit:reflect reject bl_1");
        run("tacit:reflect seen rn_1");
        assertThat(run("tacit:reflect --profile p1 reset")).contains("runs=1");

        assertThat(desk.acts)
                .containsExactly(
                        "reflect p1 null operator true",
                        "reflect p1 " + TARGET + " operator true",
                        "leave p1 " + TARGET + " operator",
                        "dismiss " + RUN + " operator not ours",
                        "reject bl_1 operator by an operator",
                        "seen rn_1 operator",
                        "reset p1 operator");
    }

    @Test
    void saysWhyThereIsNothingToThinkAbout() {
        desk.thinks = false;
        desk.paused = "a quiet day";

        assertThat(run("tacit:reflect --profile p1 now"))
                .contains("There is nothing to think about", "a quiet day", TARGET + ": not before");
        assertThat(run("tacit:reflect --profile p1 now workspace:x")).contains("there is no target 'workspace:x'");
    }

    @Test
    void saysWhenThereIsNoneOfThisId() {
        assertThat(run("tacit:reflect dismiss rf_none")).contains("There is none of this id");
        assertThat(run("tacit:reflect --profile p1 leave workspace:x")).contains("There is none of this id");
        assertThat(run("tacit:reflect retry rf_none")).contains("There is no such run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tacit:reflect think",
                "tacit:reflect now",
                "tacit:reflect targets",
                "tacit:reflect brain",
                "tacit:reflect reset",
                "tacit:reflect leave workspace:x",
                "tacit:reflect --profile p1 leave",
                "tacit:reflect --profile p1 now one two",
                "tacit:reflect show",
                "tacit:reflect show rf_none",
                "tacit:reflect retry",
                "tacit:reflect dismiss",
                "tacit:reflect dismiss rf_open",
                "tacit:reflect reject",
                "tacit:reflect seen",
                "tacit:reflect --limit 0",
                "tacit:reflect --limit many"
            })
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThat(shell.run(line)).isNotEqualTo(Command.OK);
        assertThat(shell.err()).isNotEmpty();
    }
}
