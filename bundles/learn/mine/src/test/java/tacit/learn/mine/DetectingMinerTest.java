package tacit.learn.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.FailureTemplates;
import tacit.api.learn.Finding;
import tacit.api.learn.Triage;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.learn.mine.detect.FailedCallDetector;
import tacit.learn.mine.detect.OutcomeDetector;
import tacit.learn.mine.facts.FactSheets;
import tacit.learn.mine.triage.KindModel;
import tacit.learn.mine.triage.TriageModel;
import tacit.learn.template.MaskingTemplates;

class DetectingMinerTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    private final FactSheets sheets = new FactSheets();
    private final FailureTemplates templates = MaskingTemplates.unconfigured();

    @Test
    void keepsTheSameRecordsWhenATraceIsMinedAgain() {
        assertThat(mine(failing(), Taught.NOTHING)).hasSize(1).isEqualTo(mine(failing(), Taught.NOTHING));
    }

    @Test
    void signsAFailureWithTheCallThatFailed() {
        FailureRecord record = mine(failing(), Taught.NOTHING).get(0);

        assertThat(record.signature().operation()).isEqualTo("execute_tool");
        assertThat(record.signature().tool()).isEqualTo("lookup");
        assertThat(record.signature().template()).isEqualTo("missing argument <text>");
        assertThat(record.signature().stage()).isEqualTo("last");
        assertThat(record.finding().spanId()).isEqualTo("s3");
        assertThat(record.tokens()).isZero();
    }

    @Test
    void minesNeitherOwnRunsNorDesignedGating() {
        RecordedTrace own = told(story().trace(trace -> trace.attribute(Attribute.OWN_RUN, true)));
        RecordedTrace gated =
                told(story().trace(trace -> trace.outcome(Outcome.of(OutcomeLabel.NEUTRAL, OutcomeSource.RULE))));

        assertThat(mine(own, Taught.NOTHING)).isEmpty();
        assertThat(mine(gated, Taught.NOTHING)).isEmpty();
    }

    @Test
    void believesAnOperatorWhoDenies() {
        assertThat(mine(failing(), said("tool_error", "s3", false))).isEmpty();
    }

    @Test
    void reportsWhatOperatorsWordsImply() {
        KindModel bad = new KindModel(0, Map.of("reads_error", 9.0));
        Taught taught = new Taught(new TriageModel(Map.of("rude_reply", bad)), Map.of());

        FailureRecord record = mine(failing(), taught).stream()
                .filter(one -> one.finding().category().equals("rude_reply"))
                .findFirst()
                .orElseThrow();

        assertThat(record.detector()).isEqualTo("triage");
        assertThat(record.finding().reason()).endsWith("above all: reads_error");
    }

    @Test
    void dropsWhatOperatorsTaughtToBeHarmless() {
        KindModel harmless = new KindModel(-9, Map.of());
        Taught taught = new Taught(new TriageModel(Map.of("tool_error", harmless)), Map.of());

        assertThat(mine(failing(), taught)).isEmpty();
    }

    @Test
    void goesOnWithoutADetectorThatThrows() {
        FailureDetector broken = new FailureDetector() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public List<Finding> detect(RecordedTrace trace) {
                throw new IllegalStateException("broken");
            }
        };
        Detection detection = new Detection(List.of(broken, new FailedCallDetector(sheets)));

        assertThat(new DetectingMiner(detection, sheets, workspace -> Taught.NOTHING, templates, 0.2)
                        .mine(SCOPE, failing()))
                .hasSize(1);
    }

    @Test
    void refusesABoundThatIsNoShare() {
        Detection detection = new Detection(List.of(new FailedCallDetector(sheets)));

        assertThatThrownBy(() -> new DetectingMiner(detection, sheets, workspace -> Taught.NOTHING, templates, 2))
                .hasMessage("leastConfidence must be in [0, 1], got 2.0");
    }

    @Test
    void w4SignsOneCauseAlikeWhateverNumbersIdsAndPathsItNames() {
        List<String> messages = List.of(
                "Order 4711 was not found in /srv/data/a.db",
                "Order 99 was not found in /home/ada/b.db",
                "Order 1 was not found in /tmp/x.db");

        assertThat(messages.stream().map(DetectingMinerTest::failingWith))
                .extracting(trace -> mine(trace, Taught.NOTHING).get(0).signature())
                .hasSize(3)
                .containsOnly(mine(failingWith(messages.get(0)), Taught.NOTHING)
                        .get(0)
                        .signature());
    }

    @Test
    void w4KeepsCausesApartThatShareAWord() {
        assertThat(mine(failingWith("The budget of tokens is spent"), Taught.NOTHING)
                        .get(0)
                        .signature()
                        .template())
                .isNotEqualTo(mine(failingWith("The column budget has no index"), Taught.NOTHING)
                        .get(0)
                        .signature()
                        .template());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cooldown",
                "active hours",
                "budget",
                "duplicate",
                "low signal",
                "stale",
                "memory noise",
                "routing",
                "deferred",
                "spam",
                "missing context"
            })
    void w5TellsTheKindByWhatHappenedAndNotByAWordInIt(String word) {
        FailureRecord record = mine(failingWith("missing argument '" + word + "' in the call"), Taught.NOTHING)
                .get(0);

        assertThat(record.finding().category()).isEqualTo("tool_error");
        assertThat(record.signature().category()).isEqualTo("tool_error");
        assertThat(record.finding().spanId()).isEqualTo("s3");
    }

    @Test
    void w5IsNotMisledByWhatElseTheTraceSays() {
        RecordedTrace talks = told(new Story()
                .asks("lookup", "{\"about\":\"budget, cooldown and stale duplicates\"}")
                .failingTool("lookup", "{}", "missing argument 'id'")
                .says("The budget is stale and the cooldown is a duplicate"));

        assertThat(mine(talks, Taught.NOTHING)).singleElement().satisfies(record -> assertThat(record.signature())
                .isEqualTo(mine(failing(), Taught.NOTHING).get(0).signature()));
    }

    @Test
    void w6TakesDesignedGatingForNoFailureAndAFailedRunForOne() {
        for (String why : List.of(
                "deferred: the user is busy", "outside active hours", "in cooldown", "Cool-down: 30 minutes left")) {
            Outcome gated = new Outcome(OutcomeLabel.NEUTRAL, null, OutcomeSource.RULE, "gated", why, null, null);
            assertThat(graded(gated)).isEmpty();
        }

        Outcome failed =
                new Outcome(OutcomeLabel.FAILURE, null, OutcomeSource.USER, null, "the report is wrong", null, null);
        assertThat(graded(failed))
                .singleElement()
                .satisfies(record -> assertThat(record.finding().category()).isEqualTo("failed_outcome"));
        assertThat(graded(Outcome.of(OutcomeLabel.SUCCESS, OutcomeSource.USER))).isEmpty();
    }

    @Test
    void w7FindsTheSameRecordsUnderTheSameIdsHoweverOftenItMines() {
        assertThat(mine(failing(), Taught.NOTHING))
                .extracting(FailureRecord::id)
                .isEqualTo(mine(failing(), Taught.NOTHING).stream()
                        .map(FailureRecord::id)
                        .toList())
                .doesNotHaveDuplicates();
    }

    private List<FailureRecord> graded(Outcome outcome) {
        Detection detection = new Detection(List.of(new OutcomeDetector()));
        RecordedTrace run = told(new Story().says("Done").trace(trace -> trace.outcome(outcome)));
        return new DetectingMiner(detection, sheets, workspace -> Taught.NOTHING, templates, 0.2).mine(SCOPE, run);
    }

    private static RecordedTrace failingWith(String message) {
        return told(new Story()
                .asks("lookup", "{}")
                .failingTool("lookup", "{}", message)
                .says("I could not look it up"));
    }

    private List<FailureRecord> mine(RecordedTrace trace, Taught taught) {
        Detection detection = new Detection(List.of(new FailedCallDetector(sheets)));
        return new DetectingMiner(detection, sheets, workspace -> taught, templates, 0.2).mine(SCOPE, trace);
    }

    private static Taught said(String category, String span, boolean failure) {
        return Taught.of(TriageModel.NONE, List.of(new Triage("t1", span, category, failure, "ann", Instant.EPOCH)));
    }

    private static Story story() {
        return new Story()
                .asks("lookup", "{}")
                .failingTool("lookup", "{}", "missing argument 'id'")
                .says("I could not look it up");
    }

    private static RecordedTrace failing() {
        return told(story());
    }

    private static RecordedTrace told(Story story) {
        return story.tell();
    }
}
