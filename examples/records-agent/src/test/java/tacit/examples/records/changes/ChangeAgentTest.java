package tacit.examples.records.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.examples.records.SteppingClock;

class ChangeAgentTest {

    private static List<ChangeRun> runs(long seed, Part part, Adviser adviser) throws Exception {
        Workload workload = Workload.of(seed);
        List<ChangeRun> runs = new ArrayList<>();
        try (Register register = new Register(workload.entries())) {
            ChangeAgent agent = new ChangeAgent(
                    register,
                    workload.entries(),
                    adviser,
                    new SteppingClock(Instant.EPOCH, Duration.ofMillis(5)),
                    seed,
                    "b");
            for (ChangeTask task : workload.part(part)) {
                runs.add(agent.run(task));
            }
        }
        return runs;
    }

    private static long solved(List<ChangeRun> runs) {
        return runs.stream().filter(ChangeRun::solved).count();
    }

    /** As a rule against codes that nobody said. */
    private static boolean said(ObjectNode question) {
        String code = question.path("arguments").path("code").asText();
        for (JsonNode step : question.path("history")) {
            if (step.path("text").asText().contains(code)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void makesUpCodesInMoreThanHalfOfTheTasks() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(solved(runs(seed, Part.HELD_OUT, Adviser.NOBODY)))
                    .as("seed " + seed)
                    .isBetween(8L, 30L);
        }
    }

    @Test
    void looksThemUpWhereSomebodySpeaksAgainstIt() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            List<ChangeRun> runs = runs(seed, Part.HELD_OUT, ChangeAgentTest::said);
            assertThat(solved(runs)).as("seed " + seed).isGreaterThanOrEqualTo(40);
            assertThat(runs).allSatisfy(run -> assertThat(run.stopped()).isLessThanOrEqualTo(1));
        }
    }

    @Test
    void goesTheSameWayEachTime() throws Exception {
        assertThat(runs(3, Part.LATER, Adviser.NOBODY)).isEqualTo(runs(3, Part.LATER, Adviser.NOBODY));
    }

    @Test
    void changesNothingWhereItIsNeverAllowed() throws Exception {
        List<ChangeRun> runs = runs(1, Part.LEARNED, question -> false);

        assertThat(solved(runs)).isZero();
        assertThat(runs)
                .allSatisfy(run ->
                        assertThat(run.steps()).extracting(ChangeRun.Step::tool).doesNotContain("update_record"));
    }

    @Test
    void asksWithAllThatWasSaidAndCalled() throws Exception {
        List<ObjectNode> asked = new ArrayList<>();
        runs(1, Part.LEARNED, question -> {
            asked.add(question.deepCopy());
            return said(question);
        });

        assertThat(asked).allSatisfy(question -> {
            assertThat(question.path("tool").asText()).isEqualTo("update_record");
            assertThat(question.path("sessionId").asText()).startsWith("b/change-");
            assertThat(question.path("history").get(0).path("text").asText()).startsWith("Please set the ");
        });
        assertThat(asked)
                .anySatisfy(question -> assertThat(question.path("history")).hasSize(2));
    }

    @Test
    void takesACodeThatIsOutOfDateUnlessItMustLookUp() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(solved(runs(seed, Part.RENAMED, ChangeAgentTest::said)))
                    .as("seed " + seed)
                    .isLessThan(34);
            assertThat(solved(runs(seed, Part.RENAMED, ChangeAgentTest::lookedUp)))
                    .as("seed " + seed)
                    .isGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void cannotLookUpWhatHasNoName() throws Exception {
        assertThat(solved(runs(1, Part.CODED, ChangeAgentTest::said))).isEqualTo(48);
        assertThat(solved(runs(1, Part.CODED, ChangeAgentTest::lookedUp))).isZero();
    }

    /** As a rule that wants a look-up first. */
    private static boolean lookedUp(ObjectNode question) {
        for (JsonNode step : question.path("history")) {
            if (step.path("tool").asText().equals("find_record")) {
                return true;
            }
        }
        return false;
    }
}
