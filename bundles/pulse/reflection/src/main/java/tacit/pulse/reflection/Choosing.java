package tacit.pulse.reflection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Critique.Verdict;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionChoice;
import tacit.api.reflect.ReflectionChoice.Scored;
import tacit.api.reflect.ReflectionSituation;

/** Lets one hypothesis win: its confidence, what the critic said, how much was seen, and what became of the like of it. */
final class Choosing {

    private static final double OF_EACH = .02;
    private static final int MOST_EACH = 4;

    private final ReflectionSituation situation;
    private final Calibration calibration;
    private final Map<String, List<Critique>> critiques;

    Choosing(ReflectionSituation situation, List<Critique> critiques) {
        this.situation = situation;
        this.calibration = new Calibration(situation);
        this.critiques = critiques.stream().collect(Collectors.groupingBy(Critique::hypothesisId));
    }

    ReflectionChoice among(List<Hypothesis> hypotheses) {
        Map<String, Hypothesis> known =
                hypotheses.stream().collect(Collectors.toMap(Hypothesis::id, Function.identity()));
        List<Scored> scores = hypotheses.stream()
                .map(this::scored)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::hypothesisId))
                .toList();
        Scored winner = scores.stream()
                .filter(score -> verdict(score.hypothesisId()) != Verdict.REJECT)
                .findFirst()
                .orElse(null);
        List<Scored> told =
                scores.stream().map(score -> withWhyNot(score, winner)).toList();
        if (winner == null) {
            String none = hypotheses.isEmpty()
                    ? "The evidence gave nobody an idea"
                    : "The critic rejected all " + hypotheses.size() + " hypotheses";
            return new ReflectionChoice(null, none, none, told);
        }
        Hypothesis best = Objects.requireNonNull(known.get(winner.hypothesisId()));
        return new ReflectionChoice(best.id(), best.title(), best.statement() + ". " + rationale(winner, told), told);
    }

    private Scored scored(Hypothesis hypothesis) {
        Verdict verdict = verdict(hypothesis.id());
        double seen = OF_EACH * Math.min(situation.evidence().size(), MOST_EACH);
        double past = calibration.of(hypothesis);
        double score = hypothesis.confidence() + weight(verdict) + seen + past;
        List<String> lines = new ArrayList<>();
        lines.add(number(hypothesis.confidence()) + " its own confidence");
        lines.add(number(weight(verdict)) + " critique: " + verdict.name().toLowerCase(Locale.ROOT));
        lines.add(number(seen) + " for " + situation.evidence().size() + " pieces of evidence");
        if (!calibration.words(hypothesis).isEmpty()) {
            lines.add(calibration.words(hypothesis));
        }
        return new Scored(hypothesis.id(), Math.round(score * 10_000) / 10_000.0, lines, "");
    }

    /** The severest of what was said of it counts. */
    private Verdict verdict(String hypothesis) {
        return critiques.getOrDefault(hypothesis, List.of()).stream()
                .map(Critique::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.MIXED);
    }

    private static double weight(Verdict verdict) {
        return switch (verdict) {
            case SUPPORT -> .12;
            case MIXED -> .03;
            case REJECT -> -.20;
        };
    }

    private Scored withWhyNot(Scored score, @Nullable Scored winner) {
        if (winner != null && score.hypothesisId().equals(winner.hypothesisId())) {
            return score;
        }
        String objection = critiques.getOrDefault(score.hypothesisId(), List.of()).stream()
                .filter(critique -> critique.verdict() != Verdict.SUPPORT)
                .max(Comparator.comparing(Critique::verdict))
                .map(Critique::text)
                .orElse("nothing speaks against it");
        String behind = winner == null || verdict(score.hypothesisId()) == Verdict.REJECT
                ? "rejected"
                : String.format(Locale.ROOT, "%.2f behind %.2f", score.score(), winner.score());
        return new Scored(score.hypothesisId(), score.score(), score.scored(), behind + ": " + objection);
    }

    private static String rationale(Scored winner, List<Scored> scores) {
        long rejected = scores.stream()
                .filter(score -> score.whyNot().startsWith("rejected"))
                .count();
        return String.format(
                Locale.ROOT,
                "It came to %.2f among %d, %d of which the critic rejected",
                winner.score(),
                scores.size(),
                rejected);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }
}
