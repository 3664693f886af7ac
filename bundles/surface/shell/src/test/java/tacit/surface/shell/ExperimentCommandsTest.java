package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.command.Command;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;

class ExperimentCommandsTest {

    private final FakeExperiments experiments = new FakeExperiments();
    private final ExperimentCommands commands = new ExperimentCommands(experiments, experiments);
    private final ShellLines shell = new ShellLines()
            .with(commands, "experiments")
            .with(commands, "experiment")
            .with(new ProposalCommands(experiments, new FakeGenerations(), new FakeStaging()), "propose");

    @AfterEach
    void close() {
        shell.close();
    }

    private void run(String line) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
    }

    @Test
    void listsThem() {
        run("tacit:experiments --state passed_gate --workspace w2");

        assertThat(experiments.acts).containsExactly("list w2 [PASSED_GATE]");
        assertThat(shell.out()).contains("x1", "passed_gate", "failure-template", "Mask more", "ada");
        assertThat(shell.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void showsOneWithVerdictAndHistory() {
        run("tacit:experiment x1");

        assertThat(shell.out())
                .contains("PASS: better: 2 fixed against 0 broken of 40 cases")
                .contains("c1 c2")
                .contains("30 % to find a rise of 5 points")
                .contains("role:failure-template was a1a1a1a1a1a1, becomes c3c3c3c3c3c3")
                .contains("test.Masking:longest was '(default)', becomes '200'")
                .contains("Ids split families");
    }

    @Test
    void showsWhatLiveRunsSay() {
        run("tacit:experiment x1");

        assertThat(shell.out())
                .contains("watch of 1970-01-01T00:00:00Z")
                .contains("following; succeeded 6 of 10 before, 9 of 10 after, undecided");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:experiment x1 run --by ben, run x1 ben",
        "tacit:experiment x1 promote --by ben --reason good, promote x1 ben good",
        "tacit:experiment x1 watch, follow x1",
        "tacit:experiment x1 approve --by ben --reason fine, approve x1 ben fine",
        "tacit:experiment x1 canary --by ben --share 0.25, canary x1 0.25 ben asked for in the shell",
        "tacit:experiment x1 reject, reject x1 operator asked for in the shell",
        "tacit:experiment x1 rollback --reason bad, rollback x1 operator bad"
    })
    void w13LeadsOneOn(String line, String act) {
        run(line.replaceFirst("(tacit:experiment)( x1 \\w+)( --.*)?", "$1$3$2"));

        assertThat(experiments.acts).contains(act);
    }

    @Test
    void proposesABundle() {
        run("tacit:propose --role failure-detector/hens --by ada --why grounds test.two");

        Proposal proposed = experiments.proposed;
        assertThat(proposed).isNotNull();
        assertThat(proposed.kind()).isEqualTo(ChangeKind.BUNDLE);
        assertThat(proposed.change().bundles()).isEqualTo(Map.of("failure-detector/hens", FakeStaging.HASH));
        assertThat(proposed.why()).isEqualTo("grounds");
        assertThat(experiments.acts).containsExactly("propose default ada");
    }

    @Test
    void proposesTheSettingsThatDifferAlone() {
        run("tacit:propose --role failure-template test.Masking:longest=200 test.Masking:other=kept");

        Proposal proposed = experiments.proposed;
        assertThat(proposed).isNotNull();
        assertThat(proposed.kind()).isEqualTo(ChangeKind.CONFIGURATION);
        assertThat(proposed.change().configurations()).isEqualTo(Map.of("test.Masking", Map.of("longest", "200")));
        assertThat(proposed.title()).isEqualTo("Change test.Masking:longest");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:experiment, needs an id",
        "tacit:experiment x2, No experiment has the id",
        "tacit:experiment x1 fly, 'knows run, approve, canary, promote, watch, reject or rollback'",
        "tacit:propose test.two, --role",
        "tacit:propose --role failure-template test.Masking:other=kept, nothing would change",
        "tacit:experiments --state odd, must be one of"
    })
    void refusesWhatItDoesNotUnderstand(String line, String reason) {
        assertThat(shell.run(line)).isNotEqualTo(Command.OK);

        assertThat(shell.err()).contains(reason);
        assertThat(experiments.acts).isEmpty();
    }

    @Test
    void runsOneByRecordedBatches() {
        run("tacit:experiment x1 run --batches before,after --by ben");

        assertThat(experiments.acts).contains("over x1 before after", "run default x1 ben batches");
    }
}
