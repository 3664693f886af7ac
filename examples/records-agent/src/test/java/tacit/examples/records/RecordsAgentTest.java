package tacit.examples.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordsAgentTest {

    private static final String SCHEMA_NOTE = "PATIENT(PATIENT_NO, FULL_NAME, BORN_ON, WARD_CODE, HOME_TOWN),"
            + " CLINICIAN(CLINICIAN_NO, FIELD), ENCOUNTER(ENCOUNTER_NO, SEEN_ON, COMPLAINT, FEE_CENTS),"
            + " MEDICINE(MEDICINE_CODE, LABEL, MAX_DOSE_MG), ISSUED(DOSE_MG), WARD(WARD_CODE, TITLE, BED_COUNT)";
    private static final String RULES =
            "Dates are DATE 'YYYY-MM-DD'. Never use backticks. Fees are cents. Count DISTINCT"
                    + " patients. Aggregates need GROUP BY. read_file takes the argument \"path\"; files are below reports/2026-.";

    private final Workload workload = Workload.clinic();
    private ClinicDatabase database;
    private RecordsAgent agent;

    @BeforeEach
    void open() throws Exception {
        database = new ClinicDatabase();
        agent = new RecordsAgent(
                workload.vocabulary(), database, new SteppingClock(Instant.EPOCH, Duration.ofMillis(1)));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void solvesFewTasksWithoutContext() throws Exception {
        assertThat(solved("")).isBetween(8, 18);
    }

    @Test
    void solvesMoreWhenItIsToldTheSchema() throws Exception {
        assertThat(solved(SCHEMA_NOTE)).isGreaterThan(solved("") + 8);
    }

    @Test
    void solvesEverythingWhenItIsToldAll() throws Exception {
        assertThat(solved(SCHEMA_NOTE + "\n" + RULES))
                .isEqualTo(workload.tasks().size());
    }

    @Test
    void learnsNothingFromAContextThatSaysNothing() throws Exception {
        assertThat(solved("Be careful and think step by step.")).isEqualTo(solved(""));
    }

    @Test
    void doesTheSameEachTime() throws Exception {
        Task task = task("column-1");

        Run first = agent.run(task, 0, Context.NONE);
        Run second = agent.run(task, 0, Context.NONE);

        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(second.steps())
                .extracting(Step::arguments)
                .isEqualTo(first.steps().stream().map(Step::arguments).toList());
    }

    @Test
    void saysWhichMemoriesItWentBy() throws Exception {
        Context.Piece born = new Context.Piece("- Births are in BORN_ON", "curated", List.of("m1"));
        Context.Piece beds = new Context.Piece("- Beds are in BED_COUNT", "playbook", List.of("m2"));
        Context context = new Context("c1", born.text() + "\n" + beds.text(), "7", List.of(born, beds));

        Run run = agent.run(task("column-1"), 0, context);

        assertThat(run.solved()).isTrue();
        assertThat(run.shown()).containsExactly("m1", "m2");
        assertThat(run.used("")).containsExactly("m1");
        assertThat(run.used("playbook")).isEmpty();
        assertThat(agent.run(task("column-1"), 0, Context.NONE).solved()).isFalse();
    }

    @Test
    void makesEveryKindOfMistakeAndLoops() throws Exception {
        List<String> errors = new ArrayList<>();
        boolean looped = false;
        for (Task task : workload.tasks()) {
            Run run = agent.run(task, 0, Context.NONE);
            run.steps().stream().map(step -> step.result().errorType()).forEach(errors::add);
            List<String> calls = run.steps().stream().map(Step::arguments).toList();
            looped |= new HashSet<>(calls).size() < calls.size();
        }

        assertThat(errors).contains("invalid_arguments", "NoSuchFileException");
        assertThat(errors).anyMatch(error -> error != null && error.endsWith("42501"));
        assertThat(errors).anyMatch(error -> error != null && error.endsWith("42581"));
        assertThat(looped).isTrue();
    }

    @Test
    void answersWronglyWithoutAnyErrorWhenItDoesNotKnowTheRule() throws Exception {
        Run run = agent.run(task("silent-1"), 0, Context.NONE);

        assertThat(run.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.result().failed()).isFalse());
        assertThat(run.solved()).isFalse();
    }

    private int solved(String context) throws Exception {
        int solved = 0;
        for (Task task : workload.tasks()) {
            solved += agent.run(task, 0, Context.written("told", context)).solved() ? 1 : 0;
        }
        return solved;
    }

    private Task task(String id) {
        return workload.tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
