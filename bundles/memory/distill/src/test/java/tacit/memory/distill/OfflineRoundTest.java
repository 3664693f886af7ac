package tacit.memory.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.distill.Recorder.NOON;
import static tacit.memory.distill.Recorder.SCOPE;
import static tacit.memory.distill.Recorder.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.CandidateType;
import tacit.api.memory.Distillation;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryCandidate;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryEffects.Kept;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Span;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class OfflineRoundTest {

    private Recorder recorder;

    @BeforeEach
    void open(Database database) {
        recorder = new Recorder(database);
    }

    @Test
    void acceptsAPreferenceThatIsSaidInASecondRun() {
        recorder.talk("t1", "I prefer short answers.");
        recorder.talk("t2", "I prefer short answers!");

        Distillation distillation = offline();

        assertThat(distillation.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.confidence()).isGreaterThanOrEqualTo(0.76);
            assertThat(candidate.accepted()).isTrue();
            assertThat(candidate.evidence()).hasSize(2);
        });
        assertThat(distillation.effects().memories()).extracting(Kept::traces).containsExactly(distillation.traces());
    }

    @Test
    void countsARunOnceHoweverOftenItSaysSomething() {
        recorder.talk("t1", "I prefer short answers.", "Hm. I prefer short answers!");

        assertThat(offline().candidates()).extracting(MemoryCandidate::accepted).containsExactly(false);
    }

    @Test
    void noticesATaskThatComesAgainAndAgain() {
        for (String id : List.of("t1", "t2", "t3")) {
            recorder.talk(id, "Summarise the sales.");
        }

        assertThat(texts(offline(), CandidateType.RECURRING_TASK))
                .containsExactly("Comes again and again: Summarise the sales.");
    }

    @Test
    void takesWhatWorkedTwiceForAPattern() {
        for (String id : List.of("t1", "t2")) {
            List<Span> spans = new ArrayList<>(Recorder.talkSpans("Summarise the sales."));
            spans.add(Recorder.tool("a", "search", null));
            spans.add(Recorder.tool("b", "write", null));
            recorder.record(id, OutcomeLabel.SUCCESS, trace -> trace, spans);
        }

        assertThat(recorder.hotPath("t1").accepted()).isZero();
        assertThat(offline().effects().memories())
                .extracting(kept -> kept.draft().text())
                .containsExactly("Summarise the sales.: worked with search, then write");
    }

    @Test
    void takesAWishForNoTask() {
        for (String id : List.of("t1", "t2", "t3")) {
            recorder.talk(id, "I prefer short answers.");
        }

        assertThat(offline().candidates()).extracting(MemoryCandidate::type).containsExactly(CandidateType.PREFERENCE);
    }

    @Test
    void noticesNothingBetweenRunsWhereImplicitLearningIsOff() {
        for (String id : List.of("t1", "t2", "t3")) {
            recorder.talk(id, "Summarise the sales.");
        }

        assertThat(recorder.distiller(Map.of("implicit_learning", false))
                        .runOffline(SCOPE, NOON)
                        .candidates())
                .isEmpty();
    }

    @Test
    void mergesMemoriesThatSayTheSameAndKeepsTheSurerOne() {
        String weak = stored("a", "Use tabs", 0.8);
        String sure = stored("b", "use tabs.", 0.9);
        stored("c", "Do not use tabs", 0.8);

        Distillation distillation = offline();

        assertThat(distillation.effects().merges()).singleElement().satisfies(merge -> {
            assertThat(merge.id()).isEqualTo(sure);
            assertThat(merge.others()).containsExactly(weak);
            assertThat(merge.confidence()).isEqualTo(0.9);
            assertThat(merge.evidence()).containsExactly(Evidence.of(Evidence.Kind.TRACE, "a"));
        });
        assertThat(distillation.pruned()).isEqualTo(1);
    }

    @Test
    void asksForSummariesOfTheDaysOfItsRuns() {
        recorder.talk("t1", "Summarise the sales.");
        recorder.record(
                "t2",
                OutcomeLabel.UNKNOWN,
                trace -> trace.startedAt(NOON.minusSeconds(90_000)).endedAt(NOON.minusSeconds(90_000)),
                List.of());

        assertThat(offline().effects().days()).containsExactly("2026-03-01", "2026-02-28");
    }

    @Test
    void looksAtABoundedNumberOfRunsAndCandidates() {
        for (int i = 0; i < 105; i++) {
            recorder.talk("t" + i, "Never do " + i + " of it. Never go to " + i + " there. Never say " + i + " now.");
        }

        Distillation distillation = offline();

        assertThat(distillation.traces()).hasSize(100);
        assertThat(distillation.candidates()).hasSize(200);
    }

    @Test
    void findsNothingWhereNothingWasRecorded() {
        assertThat(offline().status()).isEqualTo(Status.SKIPPED);
    }

    private Distillation offline() {
        return recorder.distiller(Map.of()).runOffline(SCOPE, NOON);
    }

    private String stored(String key, String text, double confidence) {
        return recorder.memories
                .add(new MemoryDraft(
                        "default",
                        Known.LAYER,
                        "preference",
                        "nora",
                        text,
                        MemoryScope.ofUser("nora"),
                        Visibility.PRIVATE,
                        TrustLane.STATEMENT,
                        List.of(Evidence.of(Evidence.Kind.TRACE, key)),
                        confidence,
                        null,
                        null,
                        key,
                        new TreeMap<>(Map.of(Known.DISTILLED, Known.YES))))
                .record()
                .id();
    }
}
