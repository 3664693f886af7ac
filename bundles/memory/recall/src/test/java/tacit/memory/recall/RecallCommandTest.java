package tacit.memory.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.recall.Finds.NOW;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.memory.Attempt;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.TrustLane;
import tacit.api.recall.RankedHit.Reason;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallAnswer;
import tacit.api.recall.RecallAnswer.Failure;
import tacit.api.recall.RecallCounts;
import tacit.api.recall.RecallHit;
import tacit.api.recall.RecallRequest;
import tacit.api.store.Scope;

class RecallCommandTest {

    private final List<RecallRequest> asked = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private List<RecallHit> hits = List.of(new RecallHit(
            "message",
            "message:t/1",
            "t",
            NOW,
            "Ferries",
            "Message by ada",
            "At the pier",
            TrustLane.STATEMENT,
            1.5,
            0.8,
            1,
            new TreeMap<>(),
            List.of(new Reason("coverage", 0.5, 0.25))));

    private String run(String... words) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Command command = new RecallCommand(
                new Answering(),
                (request, attempt) -> {
                    tried.add(request + " " + attempt);
                    return attempt.number() == 1 ? "" : "Do not repeat";
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(command.run(List.of(words), new Console(stream, stream, false, 80, Path.of(""))))
                .isEqualTo(Command.OK);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsWhatIsRecalled() {
        assertThat(run("where", "do", "ferries", "leave"))
                .contains("1.5000  2026-03-01T10:00:00Z  Message by ada  Ferries: At the pier")
                .contains("missing  ranker: It failed")
                .doesNotContain("coverage");
        assertThat(asked.get(0).query()).isEqualTo("where do ferries leave");
        assertThat(asked.get(0).most()).isEqualTo(20);
    }

    @Test
    void explainsEachHit() {
        assertThat(run("ferries", "--explain"))
                .contains("message:t/1 (statement): relevance 0.8000, recency 1.0000")
                .contains("coverage 0.5000 adds 0.2500")
                .contains("Words alone were compared");
    }

    @Test
    void asksWhereAndForWhomItIsTold() {
        run("x", "--workspace", "w", "--user", "ada", "--audience", "group", "--types", "task,file", "--limit", "5");

        assertThat(asked.get(0).scope()).isEqualTo(new Scope("w", "ada"));
        assertThat(asked.get(0).audience()).isEqualTo(new Audience(Audience.Kind.GROUP, "ada", null, null, false));
        assertThat(asked.get(0).types()).containsExactly("task", "file");
        assertThat(asked.get(0).most()).isEqualTo(5);
    }

    @Test
    void saysThatNothingIsRecalled() {
        hits = List.of();

        assertThat(run("x")).contains("Nothing is recalled for these words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--limit 0", "--limit 101", "--limit x", "--audience all", "--types wish", "--what 1", "--user"})
    void refusesWhatItDoesNotKnow(String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> run(("x " + words).split(" ", -1)));
    }

    @Test
    void rt01ShowsWhatAnAgentIsToldThatTriesAgain() {
        String words = "--retry Deploy it --run t1 --attempt 2 --attempts 3 --retries 1 --reason timeout"
                + " --recovery stall --pending tests --pending docs --executing --workspace w --user ada --audience group";

        assertThat(run(words.split(" ", -1))).isEqualToIgnoringNewLines("Do not repeat");

        Audience group = new Audience(Audience.Kind.GROUP, "ada", null, null, false);
        assertThat(tried)
                .containsExactly(new ContextRequest("w", "Deploy it", group, NOW, 1) + " "
                        + new Attempt("t1", 2, 3, 1, "timeout", "stall", List.of("tests", "docs"), false));
        assertThat(asked).isEmpty();
    }

    @Test
    void rt02ShowsThatThereIsNothingToRecoverFrom() {
        assertThat(run("Deploy", "--retry")).contains("There is nothing to recover from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--attempt 0", "--attempt x", "--retries -1", "--audience all", "--limit 5", "--reason"})
    void refusesAnAttemptThatItDoesNotKnow(String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> run(("x --retry " + words).split(" ", -1)));
    }

    /** Keeps what it was asked. */
    private final class Answering implements Recall {

        @Override
        public RecallAnswer recall(RecallRequest request) {
            asked.add(request);
            return new RecallAnswer(
                    request.query(), "w", NOW, hits, List.of(new Failure("ranker", "It failed")), false);
        }

        @Override
        public RecallCounts counts() {
            return new RecallCounts(0, 0, 0, "");
        }
    }
}
