package tacit.pulse.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Critique.Verdict;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

class EvidenceCriticTest {

    private final EvidenceCritic critic = new EvidenceCritic(null);

    private Critique only(ReflectionSituation situation, Hypothesis hypothesis) {
        return critic.critique(situation, List.of(hypothesis)).stream()
                .filter(critique -> critique.verdict() == Verdict.REJECT)
                .findFirst()
                .orElseGet(() -> critic.critique(situation, List.of(hypothesis)).get(0));
    }

    @Test
    void rf30AnObjectionChangesTheWinner() {
        ReflectionSituation situation = Seen.of(
                Seen.asked("c1", ReflectionEvidence.Type.CODE_FAILURE, "The nightly import fails"),
                Seen.asked("m1", ReflectionEvidence.Type.MAILBOX_EVENT, "Ada asks for the invoice"),
                Seen.piece(
                        "ok",
                        ReflectionEvidence.Type.TASK_SIGNAL,
                        false,
                        "succeeded: nightly import",
                        "s-c1",
                        Seen.NOW.plusSeconds(60)));
        Hypothesis failure = new FailureIdeas().propose(situation).get(0);
        Hypothesis answer = new RespondIdeas().propose(situation).get(0);
        List<Hypothesis> both = List.of(failure, answer);
        ScoredReflection scored = new ScoredReflection(Bars.USUAL);
        List<Critique> praise = both.stream()
                .map(one -> new Critique(one.id(), Verdict.SUPPORT, "fine", null))
                .toList();

        assertThat(scored.choose(situation, both, praise).winner()).isEqualTo("failures-1");
        assertThat(scored.choose(situation, both, critic.critique(situation, both))
                        .winner())
                .isEqualTo("respond-1");
        assertThat(only(situation, failure)).satisfies(critique -> {
            assertThat(critique.evidenceId()).isEqualTo("ok");
            assertThat(critique.text()).contains("over already").contains("succeeded: nightly import");
        });
    }

    @Test
    void rf31EveryObjectionCitesEvidenceOfTheRun() {
        ReflectionEvidence dismissed = Seen.asked(
                "d1", ReflectionEvidence.Type.DISMISSED_SUGGESTION, "Send weekly digest of orders, dismissed");
        ReflectionEvidence old = Seen.piece(
                "o1",
                ReflectionEvidence.Type.TASK_SIGNAL,
                true,
                "failed: weekly digest of orders",
                "x",
                Seen.NOW.minus(Duration.ofDays(9)));
        ReflectionSituation situation = Seen.of(dismissed, old);

        List<Critique> critiques = critic.critique(situation, new FailureIdeas().propose(situation));

        assertThat(critiques).extracting(Critique::verdict).containsOnly(Verdict.REJECT);
        assertThat(critiques).extracting(Critique::evidenceId).containsExactly("d1", "o1");
    }

    @Test
    void objectsToWhatIsUnderWay() {
        ReflectionSituation situation = Seen.with(
                Seen.of(Seen.asked("t1", ReflectionEvidence.Type.TASK_SIGNAL, "failed: import")),
                List.of(Seen.point("s-t1", ReflectionBacklog.State.DISPATCHED)),
                List.of());

        assertThat(only(situation, Seen.hypothesis("h", .8, "t1")).text()).startsWith("Work on it is under way");
    }

    @Test
    void objectsTheMoreToWhatDidNotHelpTheMoreOftenItWasTried() {
        ReflectionSituation seen = Seen.of(Seen.asked("t1", ReflectionEvidence.Type.TASK_SIGNAL, "failed: import"));
        ReflectionSituation once =
                Seen.with(seen, List.of(), List.of(Seen.past("h", "s-t1", false, Duration.ofDays(1))));
        ReflectionSituation twice = Seen.with(
                seen,
                List.of(),
                List.of(
                        Seen.past("h", "s-t1", false, Duration.ofDays(1)),
                        Seen.past("h", "s-t1", false, Duration.ofDays(2))));
        ReflectionSituation mended = Seen.with(
                seen,
                List.of(),
                List.of(
                        Seen.past("h", "s-t1", true, Duration.ofDays(1)),
                        Seen.past("h", "s-t1", false, Duration.ofDays(2))));

        assertThat(only(once, Seen.hypothesis("h", .8, "t1")).verdict()).isEqualTo(Verdict.MIXED);
        assertThat(only(twice, Seen.hypothesis("h", .8, "t1")).verdict()).isEqualTo(Verdict.REJECT);
        assertThat(only(mended, Seen.hypothesis("h", .8, "t1")).verdict()).isEqualTo(Verdict.SUPPORT);
    }

    @Test
    void objectsToMendingWhatTheSurroundingsDid() {
        ReflectionSituation situation = Seen.of(
                Seen.asked("n1", ReflectionEvidence.Type.FAILURE_CLUSTER, "fetch: connection refused by the proxy"));

        Critique critique =
                only(situation, new FailureIdeas().propose(situation).get(0));

        assertThat(critique.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(critique.evidenceId()).isEqualTo("n1");
    }

    @Test
    void findsWhatAsksForNothingThin() {
        ReflectionSituation situation = Seen.of(
                Seen.piece("q", ReflectionEvidence.Type.LEARNING, false, "Orders are counted daily", "q", Seen.NOW));

        assertThat(only(situation, Seen.hypothesis("h", .8, "q")).verdict()).isEqualTo(Verdict.MIXED);
    }

    @Test
    void agesByDays() {
        ReflectionSituation situation = Seen.of(Seen.piece(
                "q",
                ReflectionEvidence.Type.TASK_SIGNAL,
                true,
                "failed: count",
                "q",
                Seen.NOW.minus(Duration.ofDays(4))));

        assertThat(only(situation, Seen.hypothesis("h", .8, "q")).text()).startsWith("Nothing newer than 96 hours");
    }

    @Test
    void hasNothingAgainstWhatCitesNothingThatIsThere() {
        assertThat(critic.critique(Seen.of(), List.of(Seen.hypothesis("h", .8, "gone"))))
                .singleElement()
                .extracting(Critique::verdict, Critique::evidenceId)
                .containsExactly(Verdict.SUPPORT, null);
    }
}
