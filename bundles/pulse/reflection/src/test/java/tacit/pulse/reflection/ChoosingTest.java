package tacit.pulse.reflection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Critique.Verdict;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionChoice;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionPast;
import tacit.api.reflect.ReflectionSituation;

class ChoosingTest {

    private static final List<Hypothesis> FOUR = List.of(
            Seen.hypothesis("a", .84, "e0"),
            Seen.hypothesis("b", .69, "e0"),
            Seen.hypothesis("c", .59, "e0"),
            Seen.hypothesis("d", .50, "e0"));

    private static ReflectionChoice choose(int pieces, List<ReflectionPast> past, Verdict... verdicts) {
        ReflectionSituation situation = Seen.with(
                Seen.of(IntStream.range(0, pieces)
                        .mapToObj(i -> Seen.asked("e" + i, ReflectionEvidence.Type.TASK_SIGNAL, "failed " + i))
                        .toArray(ReflectionEvidence[]::new)),
                List.of(),
                past);
        List<Critique> critiques = IntStream.range(0, verdicts.length)
                .mapToObj(i -> new Critique(FOUR.get(i).id(), verdicts[i], "because", "e0"))
                .toList();
        return new ScoredReflection(Bars.USUAL).choose(situation, FOUR, critiques);
    }

    @Test
    void rf07ScoresWithOnePiece() {
        ReflectionChoice choice = choose(1, List.of(), Verdict.SUPPORT, Verdict.REJECT, Verdict.REJECT, Verdict.REJECT);

        assertThat(choice.scores()).extracting(score -> score.score()).containsExactly(.98, .51, .41, .32);
        assertThat(choice.winner()).isEqualTo("a");
    }

    @Test
    void rf08ScoresWithFourPieces() {
        ReflectionChoice choice = choose(4, List.of(), Verdict.SUPPORT, Verdict.MIXED, Verdict.MIXED, Verdict.MIXED);

        assertThat(choice.scores()).extracting(score -> score.score()).containsExactly(1.04, .80, .70, .61);
    }

    @Test
    void saysWhyEachOtherLost() {
        ReflectionChoice choice = choose(4, List.of(), Verdict.SUPPORT, Verdict.REJECT, Verdict.MIXED, Verdict.MIXED);

        assertThat(choice.scores())
                .extracting(score -> score.hypothesisId() + " " + score.whyNot())
                .containsExactly(
                        "a ", "c 0.70 behind 1.04: because", "d 0.61 behind 1.04: because", "b rejected: because");
        assertThat(choice.rationale()).endsWith("It came to 1.04 among 4, 1 of which the critic rejected");
    }

    @Test
    void lettingNobodyWinIsAChoice() {
        ReflectionChoice choice = choose(1, List.of(), Verdict.REJECT, Verdict.REJECT, Verdict.REJECT, Verdict.REJECT);

        assertThat(choice.winner()).isNull();
        assertThat(choice.recommendation()).isEqualTo("The critic rejected all 4 hypotheses");
        assertThat(choice.scores())
                .allSatisfy(score -> assertThat(score.whyNot()).startsWith("rejected"));
    }

    @Test
    void rf32WhatBecameOfSimilarOnesChangesTheWinner() {
        ReflectionChoice before = choose(4, List.of(), Verdict.SUPPORT, Verdict.SUPPORT);
        List<ReflectionPast> past = List.of(
                Seen.past("a", "s-e0", false, Duration.ofDays(1)),
                Seen.past("a", "s-e0", false, Duration.ofDays(2)),
                Seen.past("b", "s-e0", true, Duration.ofDays(1)));

        ReflectionChoice after = choose(4, past, Verdict.SUPPORT, Verdict.SUPPORT);

        assertThat(before.winner()).isEqualTo("a");
        assertThat(after.winner()).isEqualTo("b");
        assertThat(after.scores().get(0).scored()).contains("+0.04 as 1 similar ones helped and 0 did not");
    }

    @Test
    void thePastCountsLessTheOlderAndTheLessAlikeItIs() {
        double same = lost(Seen.past("a", "s-e0", false, Duration.ZERO));
        double otherSubject = lost(Seen.past("a", "other", false, Duration.ZERO));
        double old = lost(Seen.past("a", "s-e0", false, Duration.ofDays(30)));
        double otherIdea = lost(Seen.past("z", "s-e0", false, Duration.ZERO));

        assertThat(same).isEqualTo(.10, within(1e-9));
        assertThat(otherSubject).isEqualTo(.05, within(1e-9));
        assertThat(old).isEqualTo(.05, within(1e-9));
        assertThat(otherIdea).isZero();
    }

    private static double lost(ReflectionPast past) {
        double before = choose(1, List.of(), Verdict.SUPPORT).scores().get(0).score();
        double after = choose(1, List.of(past), Verdict.SUPPORT).scores().stream()
                .filter(score -> score.hypothesisId().equals("a"))
                .findFirst()
                .orElseThrow()
                .score();
        return before - after;
    }

    @Test
    void thePastHasBounds() {
        List<ReflectionPast> bad = IntStream.range(0, 50)
                .mapToObj(i -> Seen.past("a", "s-e0", false, Duration.ZERO))
                .toList();

        assertThat(choose(1, bad, Verdict.SUPPORT).scores())
                .filteredOn(score -> score.hypothesisId().equals("a"))
                .singleElement()
                .satisfies(score -> assertThat(score.score()).isEqualTo(.68));
    }
}
