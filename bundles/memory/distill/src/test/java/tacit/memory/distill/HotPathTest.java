package tacit.memory.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.distill.Recorder.NOON;
import static tacit.memory.distill.Recorder.SCOPE;
import static tacit.memory.distill.Recorder.texts;
import static tacit.memory.distill.Recorder.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.CandidateType;
import tacit.api.memory.Distillation;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.JournalEntry.Category;
import tacit.api.memory.MemoryEffects;
import tacit.api.memory.MemoryEffects.Kept;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserFeedback;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.TraceStatus;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class HotPathTest {

    private Recorder recorder;

    @BeforeEach
    void open(Database database) {
        recorder = new Recorder(database);
    }

    @Test
    void co01PromotesAnAcceptedPreferenceOnlyWhereThatIsSwitchedOn() {
        recorder.talk("t1", "Remember that I prefer tea.");

        MemoryEffects off = recorder.hotPath("t1").effects();
        MemoryEffects on = recorder.distiller(Map.of("auto_promote", true))
                .runHotPath(SCOPE, "t1", NOON)
                .effects();

        assertThat(off.memories()).hasSize(1);
        assertThat(off.curated()).isEmpty();
        assertThat(on.memories()).isEqualTo(off.memories());
        assertThat(on.curated()).singleElement().satisfies(promotion -> {
            assertThat(promotion.request().content()).isEqualTo("Remember that I prefer tea.");
            assertThat(promotion.request().kind()).isEqualTo("preference");
            assertThat(promotion.request().userId()).isEqualTo("nora");
        });
    }

    @Test
    void answersTheSameToTheSameQuestion() {
        record("t1", OutcomeLabel.SUCCESS, tool("a", "search", null), tool("b", "write", null));

        assertThat(recorder.hotPath("t1")).isEqualTo(recorder.hotPath("t1"));
    }

    @Test
    void answersNothingForATraceThatIsNotThere() {
        assertThat(recorder.hotPath("gone").status()).isEqualTo(Status.SKIPPED);
    }

    @Test
    void keepsACheckedRunAsAnEpisodeWithItsStepsAndTools() {
        record("t1", OutcomeLabel.SUCCESS, tool("a", "search", null), tool("b", "write", null));

        PlaybookEpisode episode = recorder.hotPath("t1").effects().episodes().get(0);

        assertThat(episode.goal()).isEqualTo("Summarise the sales.");
        assertThat(episode.steps()).containsExactly("search", "write");
        assertThat(episode.tools()).extracting(PlaybookEpisode.ToolUse::name).containsExactly("search", "write");
        assertThat(episode.outcome()).isEqualTo(PlaybookEpisode.Outcome.SUCCESS);
        assertThat(episode.source().lane()).isEqualTo(TrustLane.RESULT);
    }

    @Test
    void keepsAFailureWithItsErrorAsForeignWords() {
        record("t1", OutcomeLabel.FAILURE, tool("a", "fetch", "403 forbidden"));

        Distillation distillation = recorder.hotPath("t1");
        PlaybookEpisode episode = distillation.effects().episodes().get(0);

        assertThat(episode.error()).isEqualTo("403 forbidden");
        assertThat(episode.steps()).containsExactly("fetch (failed)");
        assertThat(episode.source().lane()).isEqualTo(TrustLane.FOREIGN);
        assertThat(distillation.effects().completions()).isEmpty();
        assertThat(distillation.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.type()).isEqualTo(CandidateType.WATCH_ITEM);
            assertThat(candidate.text()).isEqualTo("Summarise the sales.: fetch failed: 403 forbidden");
            assertThat(candidate.lane()).isEqualTo(TrustLane.FOREIGN);
            assertThat(candidate.accepted()).isFalse();
        });
    }

    @Test
    void takesTheEndOfALoopForNoProof() {
        record("t1", OutcomeLabel.UNKNOWN, tool("a", "search", null));
        recorder.record(
                "t2",
                OutcomeLabel.UNKNOWN,
                trace -> trace.outcome(Outcome.of(OutcomeLabel.SUCCESS, OutcomeSource.AGENT))
                        .attribute(Attribute.PLAYBOOK_USED, "p1"),
                Recorder.talkSpans("Summarise the sales."));

        assertThat(recorder.hotPath("t1").effects().episodes()).isEmpty();
        assertThat(recorder.hotPath("t2").effects().episodes()).isEmpty();
        assertThat(recorder.hotPath("t2").effects().uses()).isEmpty();
    }

    @Test
    void takesACorrectionForAFailureThatSaysWhatIsRight() {
        recorder.talk("t1", "Summarise the sales.", "That's wrong, use euros instead of dollars.");

        Distillation distillation = recorder.hotPath("t1");
        PlaybookEpisode episode = distillation.effects().episodes().get(0);

        assertThat(texts(distillation, CandidateType.CORRECTION))
                .containsExactly("That's wrong, use euros instead of dollars.");
        assertThat(episode.outcome()).isEqualTo(PlaybookEpisode.Outcome.FAILURE);
        assertThat(episode.error()).startsWith("[CORRECTION] ").contains("euros");
        assertThat(episode.lesson()).contains("euros");
    }

    @Test
    void takesAnAdviceForNoCorrection() {
        recorder.talk("t1", "You should have a look at the sales.");

        assertThat(recorder.hotPath("t1").candidates()).isEmpty();
    }

    @Test
    void countsExactlyTheEntriesThatTheRunNames() {
        recorder.record(
                "t1",
                OutcomeLabel.SUCCESS,
                trace -> trace.attribute(Attribute.PLAYBOOK_USED, List.of("p1", "p2")),
                Recorder.talkSpans("Summarise the sales."));

        assertThat(recorder.hotPath("t1").effects().uses()).singleElement().satisfies(use -> assertThat(use.entryIds())
                .containsExactly("p1", "p2"));
    }

    @Test
    void writesNoWordsOfAUserIntoTheJournal() {
        List<Span> spans = new ArrayList<>(Recorder.talkSpans("Summarise the sales.", "Never use dollars."));
        spans.add(tool("a", "fetch", "secret=1 went wrong"));
        spans.add(tool("b", "fetch", "secret=1 went wrong"));
        recorder.record("t1", OutcomeLabel.UNKNOWN, trace -> trace.outcome(rejected()), spans);

        List<JournalEntry> entries = recorder.hotPath("t1").effects().entries();

        assertThat(entries)
                .extracting(JournalEntry::category)
                .containsExactly(Category.TASK, Category.FEEDBACK, Category.OBSERVATION);
        assertThat(entries)
                .extracting(JournalEntry::text)
                .containsExactly("Done: run t1 (checked: failure)", "rejected: run t1", "fetch failed 2 times");
        assertThat(entries).extracting(JournalEntry::taskId).containsOnly("t1");
    }

    @Test
    void writesWhatARunWithoutAUserWasAboutIntoTheJournal() {
        recorder.record(
                "t1",
                OutcomeLabel.SUCCESS,
                trace -> trace.userId(null).taskKey("Watch the news"),
                List.of(tool("a", "fetch", "went wrong")));

        assertThat(recorder.hotPath("t1").effects().entries())
                .extracting(JournalEntry::text)
                .containsExactly("Done: Watch the news (checked: success)", "fetch failed once");
    }

    private static Outcome rejected() {
        return new Outcome(OutcomeLabel.FAILURE, null, OutcomeSource.USER, null, "too long", null, NOON);
    }

    @Test
    void passesOnWhatAUserThoughtOfTheRun() {
        recorder.record(
                "t1",
                OutcomeLabel.UNKNOWN,
                trace -> trace.outcome(rejected()),
                Recorder.talkSpans("Summarise the sales."));

        assertThat(recorder.hotPath("t1").effects().feedback()).singleElement().satisfies(feedback -> assertThat(
                        feedback)
                .extracting(UserFeedback::decision, given -> given.reason().text())
                .containsExactly("rejected", "too long"));
    }

    @Test
    void leavesARunAloneThatHasNotEnded() {
        recorder.record(
                "t1",
                OutcomeLabel.UNKNOWN,
                trace -> trace.status(TraceStatus.RUNNING),
                Recorder.talkSpans("Never use dollars."));

        MemoryEffects effects = recorder.hotPath("t1").effects();

        assertThat(effects.messages()).hasSize(1);
        assertThat(effects.entries()).isEmpty();
        assertThat(effects.completions()).isEmpty();
        assertThat(effects.readings()).isEmpty();
    }

    @Test
    void putsAMemoryRightThatACorrectionMeans() {
        recorder.talk("t1", "Remember that the invoices are in dollars.");
        recorder.keep(recorder.hotPath("t1"));
        String wrong = recorder.memories
                .list(SCOPE, MemoryFilter.active("archive"), PageRequest.first(5))
                .rows()
                .get(0)
                .id();
        recorder.talk("t2", "No, use euros instead of dollars.");

        assertThat(recorder.hotPath("t2").effects().memories())
                .extracting(Kept::supersedes)
                .containsExactly(wrong);
        assertThat(recorder.hotPath("t2").pruned()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"least_confidence", "least_stability"})
    void acceptsByTheThresholdsOfItsSettings(String setting) {
        recorder.talk("t1", "Never deploy on a Friday.");

        assertThat(recorder.distiller(Map.of(setting, 0.9))
                        .runHotPath(SCOPE, "t1", NOON)
                        .accepted())
                .isZero();
        assertThatThrownBy(() -> recorder.distiller(Map.of(setting, 1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be in [0, 1], got 1.5");
    }

    private void record(String id, OutcomeLabel label, Span... tools) {
        List<Span> spans = new ArrayList<>(Recorder.talkSpans("Summarise the sales."));
        spans.addAll(List.of(tools));
        recorder.record(id, label, trace -> trace, spans);
    }
}
