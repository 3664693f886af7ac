package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.command.Command;
import tacit.api.experiment.Proposers;
import tacit.api.store.Scope;

class ProposerCommandsTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> acts = new ArrayList<>();
    private String note = "";
    private final ShellLines shell = new ShellLines().with(new ProposerCommands(new Fake()), "proposers");

    @AfterEach
    void close() {
        shell.close();
    }

    private void run(String line) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
    }

    @Test
    void showsWhoProposedAndWhatIsLeft() {
        run("tacit:proposers --workspace w2");

        assertThat(acts).containsExactly("status w2");
        assertThat(shell.out())
                .contains("guard-mining")
                .contains("9 experiments and 1200 cases are left for today")
                .doesNotContain("nothing is done");
        assertThat(shell.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void saysWhyNothingIsDone() {
        note = "LEARNING is off";

        run("tacit:proposers");

        assertThat(shell.out()).contains("for today; nothing is done now: LEARNING is off");
    }

    @Test
    void showsOneWithWhatWasRefusedAndWhy() {
        run("tacit:proposers guard-mining");

        assertThat(shell.out())
                .contains("No new rule follows")
                .contains("x7")
                .contains("Add 2 rules")
                .contains("It changes nothing");
    }

    @Test
    void looksNow() {
        run("tacit:proposers look --by ada");

        assertThat(acts).containsExactly("look default ada");
        assertThat(shell.out()).contains("x7").contains("none").contains("x7: waits for 1 cases");
    }

    @Test
    void answersAsJson() {
        run("tacit:proposers --json");

        assertThat(shell.out())
                .contains("\"total\":1")
                .contains("\"entered\":1")
                .contains("\"refused\":1");
    }

    @ParameterizedTest
    @CsvSource({"tacit:proposers nobody, No proposer has the name 'nobody'", "tacit:proposers a b, knows one word"})
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThat(shell.run(line)).isNotEqualTo(Command.OK);

        assertThat(shell.err()).contains(reason);
    }

    private final class Fake implements Proposers {

        @Override
        public List<Status> status(Scope scope) {
            acts.add("status " + scope.workspaceId());
            return List.of(new Status(
                    "guard-mining",
                    true,
                    AT,
                    3,
                    1,
                    1,
                    0,
                    List.of("No new rule follows"),
                    List.of(
                            new Fate("Add 2 rules", "x7", null, AT),
                            new Fate("Add 1 rule", null, "It changes nothing", AT))));
        }

        @Override
        public Budget budget() {
            return new Budget(20_000, 9, 1_200, note);
        }

        @Override
        public Report look(Scope scope, String by) {
            acts.add("look " + scope.workspaceId() + " " + by);
            return new Report(List.of("x7"), 0, List.of(), List.of("x7: waits for 1 cases"));
        }
    }
}
