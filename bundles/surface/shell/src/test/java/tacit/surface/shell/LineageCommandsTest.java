package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.command.Command;
import tacit.api.experiment.Lineage;
import tacit.api.store.Scope;

class LineageCommandsTest {

    /** One family between its failures and an experiment. */
    private static final class OneFamily implements Lineage {

        final List<String> asked = new ArrayList<>();

        @Override
        public Optional<View> of(Scope scope, Question question) {
            asked.add(scope + " " + question);
            if (!question.id().equals("c1")) {
                return Optional.empty();
            }
            Node failure = new Node(Kind.FAILURE, "f1", "tool_error in trace t1", "medium", null);
            Node family = new Node(Kind.CLUSTER, "c1", "sql: no such column", "stable", Instant.EPOCH);
            Node experiment = new Node(Kind.EXPERIMENT, "x1", "Ask first, by ada", "promoted", Instant.EPOCH);
            return Optional.of(new View(
                    family,
                    List.of(
                            new Level(Kind.FAILURE, true, List.of(failure), 0, 12, List.of()),
                            new Level(Kind.REPLAY_CASE, false, List.of(), 0, 0, List.of("No replay case was made")),
                            new Level(Kind.EXPERIMENT, false, List.of(experiment), 0, 1, List.of()))));
        }
    }

    private final OneFamily lineage = new OneFamily();
    private final ShellLines shell = new ShellLines().with(new LineageCommands(lineage), "lineage");

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void showsTheChainInTheOrderInWhichItHappened() {
        assertThat(shell.run("tacit:lineage c1")).as(shell.err()).isEqualTo(Command.OK);

        assertThat(shell.out()).containsSubsequence("failure", "> cluster", "experiment");
        assertThat(shell.out())
                .contains("sql: no such column", "promoted")
                .contains("failure: 1 shown, 12 links lead there; more with --level failure --offset N")
                .contains("missing: No replay case was made");
    }

    @Test
    void asksForWhatTheLineSays() {
        shell.run("tacit:lineage --kind cluster --level failure --offset 20 --limit 5 --workspace w2 --user ann c1");

        assertThat(lineage.asked)
                .containsExactly("Scope[workspaceId=w2, userId=ann] "
                        + "Question[id=c1, kind=CLUSTER, limit=5, level=FAILURE, offset=20]");
    }

    @Test
    void answersAsJson() {
        shell.run("tacit:lineage --json c1");

        assertThat(shell.out())
                .contains("{\"start\":{\"kind\":\"cluster\",\"id\":\"c1\"")
                .contains("\"missing\":[\"No replay case was made\"]")
                .contains("\"links\":12");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:lineage c2, Nothing has the id",
        "tacit:lineage --limit 1000 c1, 'limit must be in [1, 100], got 1000'",
        "tacit:lineage --offset 5 c1, be 0 without a level",
        "tacit:lineage --kind hen c1, must be one of trace"
    })
    void refusesWhatItCannotAnswer(String line, String reason) {
        assertThat(shell.run(line)).isEqualTo(Command.FAILED);

        assertThat(shell.err()).contains(reason);
    }
}
