package tacit.memory.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.distill.Recorder.NOON;
import static tacit.memory.distill.Recorder.SCOPE;
import static tacit.memory.distill.Recorder.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryEffects;
import tacit.api.memory.UserFeedback;
import tacit.api.store.Database;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SwitchesTest {

    private Recorder recorder;

    @BeforeEach
    void open(Database database) {
        recorder = new Recorder(database);
    }

    @Test
    void takesNothingFromWhatARunShowsWhereOnlyExplicitLearningIsOn() {
        List<Span> spans = new ArrayList<>(Recorder.talkSpans(
                "Summarise the sales.", "Remember that the invoices go to Mara. Never use dollars."));
        spans.add(tool("a", "search", null));
        spans.add(tool("b", "fetch", "went wrong"));
        recorder.record(
                "t1",
                OutcomeLabel.UNKNOWN,
                trace -> trace.attribute(Attribute.PLAYBOOK_USED, "p1")
                        .outcome(Outcome.of(OutcomeLabel.SUCCESS, OutcomeSource.USER)),
                spans);

        MemoryEffects all = recorder.hotPath("t1").effects();
        MemoryEffects explicit = recorder.distiller(Map.of("implicit_learning", false))
                .runHotPath(SCOPE, "t1", NOON)
                .effects();

        assertThat(List.of(all.completions(), all.episodes(), all.uses(), all.readings()))
                .allSatisfy(shown -> assertThat(shown).hasSize(1));
        assertThat(explicit.messages())
                .extracting(said -> said.source().text().strip())
                .containsExactly("Remember that the invoices go to Mara.");
        assertThat(explicit.feedback()).isEqualTo(all.feedback()).hasSize(1);
        assertThat(explicit.entries()).extracting(JournalEntry::text).containsExactly("accepted: run t1");
        assertThat(explicit.memories())
                .extracting(kept -> kept.draft().text())
                .containsExactly("Remember that the invoices go to Mara.");
        assertThat(explicit)
                .isEqualTo(new MemoryEffects(
                        explicit.messages(),
                        explicit.feedback(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        explicit.entries(),
                        explicit.memories(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void saysWhatItMayLearnFrom() {
        assertThat(recorder.distiller(Map.of()).switches()).isEqualTo(LearningSwitches.USUAL);
        assertThat(recorder.distiller(Map.of("enabled", false, "explicit_learning", false, "shared_channels", true))
                        .switches())
                .isEqualTo(new LearningSwitches(false, false, true, true));
    }

    @Test
    void passesNothingOnThatWasLedOnAsFeedbackAlready() {
        Outcome told =
                new Outcome(OutcomeLabel.FAILURE, null, OutcomeSource.USER, UserFeedback.TOLD, "too long", null, NOON);
        recorder.record(
                "t1", OutcomeLabel.UNKNOWN, trace -> trace.outcome(told), Recorder.talkSpans("Summarise the sales."));

        MemoryEffects effects = recorder.hotPath("t1").effects();

        assertThat(effects.feedback()).isEmpty();
        assertThat(effects.entries()).extracting(JournalEntry::text).contains("rejected: run t1");
    }
}
