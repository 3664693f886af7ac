package tacit.pulse.reflection;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionPast;
import tacit.api.reflect.ReflectionSituation;

/** What the past of similar hypotheses does to the score of one: the more alike and the newer, the more. */
final class Calibration {

    private static final double GOOD = .04;
    private static final double BAD = .10;
    private static final double MOST = .12;
    private static final double LEAST = -.30;
    private static final double SAME_TARGET = .5;
    private static final double SAME_KIND = .25;
    private static final Duration HALF = Duration.ofDays(30);

    private final ReflectionSituation situation;

    Calibration(ReflectionSituation situation) {
        this.situation = situation;
    }

    double of(Hypothesis hypothesis) {
        Set<String> subjects = situation.evidence().stream()
                .filter(piece -> hypothesis.evidence().contains(piece.id()))
                .map(ReflectionEvidence::subject)
                .collect(Collectors.toSet());
        double sum = similar(hypothesis).stream()
                .mapToDouble(one -> alike(one, subjects) * fresh(one) * (one.good() ? GOOD : -BAD))
                .sum();
        return Math.max(LEAST, Math.min(MOST, sum));
    }

    /** In words; empty when there is nothing similar. */
    String words(Hypothesis hypothesis) {
        List<ReflectionPast> similar = similar(hypothesis);
        long good = similar.stream().filter(ReflectionPast::good).count();
        return similar.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%+.2f as %d similar ones helped and %d did not",
                        of(hypothesis),
                        good,
                        similar.size() - good);
    }

    private List<ReflectionPast> similar(Hypothesis hypothesis) {
        return situation.past().stream()
                .filter(one -> one.generator().equals(hypothesis.generator()))
                .filter(one -> one.targetKey().equals(situation.target().key())
                        || one.kind() == situation.target().kind())
                .toList();
    }

    private double alike(ReflectionPast one, Set<String> subjects) {
        if (subjects.contains(one.subject())) {
            return 1;
        }
        return one.targetKey().equals(situation.target().key()) ? SAME_TARGET : SAME_KIND;
    }

    private double fresh(ReflectionPast one) {
        double age = Math.max(0, Duration.between(one.at(), situation.now()).toMillis());
        return Math.pow(.5, age / HALF.toMillis());
    }
}
