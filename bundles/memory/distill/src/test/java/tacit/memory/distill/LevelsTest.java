package tacit.memory.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.distill.Recorder.NOON;
import static tacit.memory.distill.Recorder.SCOPE;
import static tacit.memory.distill.Recorder.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.CandidateType;
import tacit.api.memory.MemoryCandidate;
import tacit.api.memory.MemoryEffects.Kept;
import tacit.api.memory.MemoryEffects.Promotion;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Span;
import tacit.api.trace.TraceBuilder;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class LevelsTest {

    private Recorder recorder;

    @BeforeEach
    void open(Database database) {
        recorder = new Recorder(database);
    }

    @Test
    void givesTheNarrowestLevelThatTheRunNames() {
        List<Span> spans = List.of(tool("a", "search", null), tool("b", "write", null));
        recorder.record(
                "t1",
                OutcomeLabel.SUCCESS,
                trace -> automatic(trace).profileId("news").attribute(Attribute.TARGET, "site-1"),
                spans);
        recorder.record("t2", OutcomeLabel.SUCCESS, trace -> automatic(trace).profileId("news"), spans);
        recorder.record("t3", OutcomeLabel.SUCCESS, LevelsTest::automatic, spans);

        assertThat(pattern("t1").scope()).isEqualTo(new MemoryScope(Reach.TARGET, "site-1"));
        assertThat(pattern("t2").scope()).isEqualTo(new MemoryScope(Reach.PROFILE, "news"));
        assertThat(pattern("t3").scope()).isEqualTo(MemoryScope.WORKSPACE);
    }

    @Test
    void sharesNothingOfARunOfAUserWhateverElseItNames() {
        List<Span> spans = new ArrayList<>(Recorder.talkSpans("Write to my doctor."));
        spans.addAll(List.of(tool("a", "search", null), tool("b", "write", null)));
        for (String id : List.of("t1", "t2", "t3")) {
            recorder.record(
                    id,
                    OutcomeLabel.SUCCESS,
                    trace -> trace.profileId("news").attribute(Attribute.TARGET, "site-1"),
                    spans);
        }
        TraceDistiller easy = recorder.distiller(Map.of("least_confidence", 0.6));

        List<Kept> one = easy.runHotPath(SCOPE, "t1", NOON).effects().memories();
        List<Kept> round = easy.runOffline(SCOPE, NOON).effects().memories();

        assertThat(one).hasSize(1);
        assertThat(round).hasSize(2);
        assertThat(Stream.concat(one.stream(), round.stream()).map(Kept::draft)).allSatisfy(draft -> {
            assertThat(draft.text()).contains("doctor");
            assertThat(draft.scope()).isEqualTo(MemoryScope.ofUser("nora"));
            assertThat(draft.visibility()).isEqualTo(Visibility.PRIVATE);
        });
    }

    private static TraceBuilder automatic(TraceBuilder trace) {
        return trace.userId(null).taskKey("Watch the news");
    }

    @Test
    void keepsNothingOfAProfileThatHoldsForTheWorkspaceAlready() {
        List<Span> spans = List.of(tool("a", "search", null), tool("b", "write", null));
        recorder.record("t1", OutcomeLabel.SUCCESS, trace -> trace.userId(null).taskKey("Watch the news"), spans);
        recorder.record(
                "t2",
                OutcomeLabel.SUCCESS,
                trace -> trace.userId(null).profileId("news").taskKey("Watch the news"),
                spans);
        TraceDistiller easy = recorder.distiller(Map.of("least_confidence", 0.6));
        recorder.keep(easy.runHotPath(SCOPE, "t1", NOON));

        MemoryCandidate candidate = pattern("t2");

        assertThat(candidate.accepted()).isFalse();
        assertThat(candidate.reason()).isEqualTo("holds already for workspace");
        assertThat(candidate.novelty()).isZero();
    }

    @Test
    void promotesNothingThatReachesLessFarThanAWorkspace() {
        List<Span> spans = List.of(tool("a", "search", null), tool("b", "write", null));
        recorder.record("t1", OutcomeLabel.SUCCESS, trace -> automatic(trace).profileId("news"), spans);
        recorder.record("t2", OutcomeLabel.SUCCESS, trace -> trace.userId(null).taskKey("Watch the news"), spans);
        TraceDistiller promoting = recorder.distiller(Map.of("auto_promote", true, "least_confidence", 0.6));

        assertThat(promoting.runHotPath(SCOPE, "t1", NOON).effects().curated()).isEmpty();
        assertThat(promoting.runHotPath(SCOPE, "t2", NOON).effects().curated())
                .extracting(Promotion::request)
                .extracting(request -> request.kind())
                .containsExactly("workflow_rule");
    }

    private MemoryCandidate pattern(String id) {
        return recorder.hotPath(id).candidates().stream()
                .filter(candidate -> candidate.type() == CandidateType.PATTERN)
                .findFirst()
                .orElseThrow();
    }
}
