package tacit.learn.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
