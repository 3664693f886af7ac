package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.UserCorrection;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryScope;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class CorrectionDocumentsTest {

    private static final Scope NORA = new Scope("w1", "nora");

    private SqlStateStore states;
    private CorrectionDocuments corrections;

    @BeforeEach
    void open(Database database) {
        states = new SqlStateStore(database, new PatternRedactor(), new MovingClock());
        corrections = new CorrectionDocuments(states);
    }

    private static UserCorrection correction(String believed, String right) {
        return new UserCorrection(
                believed,
                right,
                "not " + believed + " but " + right,
                MemoryScope.ofUser("nora"),
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1")));
    }

    private List<StateDocument> kept() {
        return states.list(NORA, StateFilter.of(UserCorrection.KIND), 10);
    }

    @Test
    void keepsEachCorrectionOfASourceUnderItsPlace() {
        corrections.keep(
                NORA, "t1", "t1/s1", List.of(correction("tabs", "spaces"), correction("staging", "production")));

        assertThat(kept()).extracting(StateDocument::key).containsExactly("t1/t1/s1/1", "t1/t1/s1/0");
        assertThat(kept().get(1).content())
                .contains("\"believed\":\"tabs\"", "\"right\":\"spaces\"", "\"source\":\"t1/s1\"", "\"taskId\":\"t1\"");
        assertThat(kept()).allSatisfy(one -> assertThat(one.traceIds()).containsExactly("t1"));
    }

    @Test
    void keepsASourceOnceAndLeavesWhatItSaidFirst() {
        corrections.keep(NORA, "t1", "t1/s1", List.of(correction("tabs", "spaces")));
        corrections.keep(NORA, "t1", "t1/s1", List.of(correction("tabs", "two spaces")));

        assertThat(kept()).singleElement().satisfies(one -> {
            assertThat(one.version()).isEqualTo(1);
            assertThat(one.content()).contains("\"right\":\"spaces\"");
        });
    }

    @Test
    void keepsAMessageApartFromFeedbackOnTheSameRun() {
        corrections.keep(NORA, "t1", "t1/s1", List.of(correction("tabs", "spaces")));
        corrections.keep(NORA, "t1", "feedback:f1", List.of(correction("tabs", "spaces")));

        assertThat(kept()).hasSize(2);
    }

    @Test
    void keepsRunsAndSourcesOfAnyLength() {
        String run = "r".repeat(1_000);
        String other = run + "x";

        corrections.keep(NORA, run, run, List.of(correction("tabs", "spaces")));
        corrections.keep(NORA, other, run, List.of(correction("tabs", "spaces")));

        assertThat(kept()).hasSize(2).allSatisfy(one -> assertThat(one.key()).hasSizeLessThan(400));
        assertThat(kept().get(1).content()).contains("\"taskId\":\"" + run + "\"");
    }

    @Test
    void keepsNothingOfNothing() {
        corrections.keep(NORA, "t1", "t1/s1", List.of());

        assertThat(kept()).isEmpty();
    }
}
