package tacit.pulse.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionScore;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionStanding;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.ReflectionTarget.Health;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.reflect.ReflectionTarget.Times;

class RankingTest {

    private static ReflectionScore one(ReflectionTarget target, ReflectionEvidence... evidence) {
        return rank(new ReflectionStanding(target, List.of(evidence))).get(0);
    }

    private static List<ReflectionScore> rank(ReflectionStanding... standings) {
        return new ScoredReflection(Bars.USUAL).rank(List.of(standings), ReflectionSettings.USUAL, Seen.NOW);
    }

    private static Times times(@Nullable Instant next, @Nullable Instant expires) {
        return new Times(next, null, null, null, null, expires);
    }

    @Test
    void rf09AFreshFailureOfABlockedTarget() {
        ReflectionScore score = one(
                Seen.target(Kind.CODE_WORKSPACE, Health.BLOCKED, 0, Times.NEVER, null),
                Seen.asked("c", ReflectionEvidence.Type.CODE_FAILURE, "The build fails"));

        assertThat(score.score()).isEqualTo(12.8);
        assertThat(score.eligible()).isTrue();
    }

    @Test
    void rf10AnOldTargetWithABacklog() {
        ReflectionScore score = one(
                Seen.target(Kind.WORKSPACE, Health.HEALTHY, 3, Times.NEVER, null),
                Seen.piece(
                        "t",
                        ReflectionEvidence.Type.TASK_SIGNAL,
                        false,
                        "done",
                        "t",
                        Seen.NOW.minus(Duration.ofDays(5))));

        assertThat(score.score()).isEqualTo(9.72);
        assertThat(score.whyNot()).isEqualTo("nothing asks for anything");
    }

    @Test
    void rf11SaysOfEachTargetWhyItIsLeftAlone() {
        ReflectionEvidence asked = Seen.asked("t", ReflectionEvidence.Type.TASK_SIGNAL, "failed");

        assertThat(one(Seen.target(Kind.GLOBAL), asked).whyNot()).isEqualTo("it only sums the others up");
        assertThat(one(
                                Seen.target(
                                        Kind.WORKSPACE, Health.HEALTHY, 0, times(Seen.NOW.plusSeconds(1), null), null),
                                asked)
                        .whyNot())
                .startsWith("not before");
        assertThat(one(Seen.target(Kind.WORKSPACE, Health.HEALTHY, 0, times(null, Seen.NOW), null), asked)
                        .whyNot())
                .isEqualTo("nothing was seen for too long");
        assertThat(one(Seen.target(Kind.WORKSPACE)).whyNot()).isEqualTo("nothing asks for anything");
        assertThat(one(Seen.target(Kind.WORKSPACE, Health.HEALTHY, 0, times(Seen.NOW, null), null), asked)
                        .eligible())
                .isTrue();
    }

    @Test
    void whatWasPutOffIsThoughtAboutAgainWhileItIsFresh() {
        ReflectionTarget deferred = Seen.target(Kind.WORKSPACE, Health.WATCH, 0, Times.NEVER, "defer");
        ReflectionEvidence fresh = Seen.piece(
                "t", ReflectionEvidence.Type.TASK_SIGNAL, false, "done", "t", Seen.NOW.minus(Duration.ofHours(23)));
        ReflectionEvidence old = Seen.piece(
                "t", ReflectionEvidence.Type.TASK_SIGNAL, false, "done", "t", Seen.NOW.minus(Duration.ofHours(24)));

        assertThat(one(deferred, fresh).eligible()).isTrue();
        assertThat(one(deferred, old).eligible()).isFalse();
        assertThat(one(deferred, old).score()).isEqualTo(4 * .18 + 1.5 + 1.5 + 1);
    }

    @Test
    void theGreatestScoreComesFirstAndWhatIsNotEligibleLast() {
        ReflectionEvidence asked = Seen.asked("t", ReflectionEvidence.Type.TASK_SIGNAL, "failed");
        ReflectionEvidence heavy = Seen.asked("c", ReflectionEvidence.Type.CODE_FAILURE, "The build fails");

        List<ReflectionScore> ranked = rank(
                new ReflectionStanding(Seen.target(Kind.GLOBAL), List.of(heavy, asked)),
                new ReflectionStanding(Seen.target(Kind.WORKSPACE), List.of(asked)),
                new ReflectionStanding(Seen.target(Kind.CODE_WORKSPACE), List.of(heavy)));

        assertThat(ranked)
                .extracting(ReflectionScore::targetKey)
                .containsExactly("code_workspace:x", "workspace:shop", "global:x");
    }

    @Test
    void ofEqualScoresTheNewerEvidenceComesFirst() {
        ReflectionEvidence future =
                Seen.piece("a", ReflectionEvidence.Type.TASK_SIGNAL, true, "x", "a", Seen.NOW.plusSeconds(5));
        ReflectionEvidence now = Seen.piece("b", ReflectionEvidence.Type.TASK_SIGNAL, true, "x", "b", Seen.NOW);

        assertThat(rank(
                        new ReflectionStanding(Seen.target(Kind.AGENT_ROLE), List.of(now)),
                        new ReflectionStanding(Seen.target(Kind.WORKSPACE), List.of(future))))
                .extracting(ReflectionScore::targetKey)
                .containsExactly("workspace:shop", "agent_role:x");
    }
}
