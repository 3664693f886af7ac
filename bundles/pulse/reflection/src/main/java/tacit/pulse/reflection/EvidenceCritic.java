package tacit.pulse.reflection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Critique.Verdict;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisCritic;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/** Holds each hypothesis against all that was seen, also against what it does not stand on; every objection cites a piece of it. */
@Component(property = Role.PROPERTY + "=critic")
public final class EvidenceCritic implements HypothesisCritic {

    private final List<Objection> objections = Objection.all();

    @Override
    public List<Critique> critique(ReflectionSituation situation, List<Hypothesis> hypotheses) {
        List<Critique> critiques = new ArrayList<>();
        for (Hypothesis hypothesis : hypotheses) {
            List<ReflectionEvidence> cited = cited(situation, hypothesis);
            List<Critique> against = cited.isEmpty()
                    ? List.of()
                    : objections.stream()
                            .map(objection -> objection.against(situation, hypothesis, cited))
                            .flatMap(Optional::stream)
                            .toList();
            critiques.addAll(against.isEmpty() ? List.of(support(hypothesis, cited)) : against);
        }
        return critiques;
    }

    private static List<ReflectionEvidence> cited(ReflectionSituation situation, Hypothesis hypothesis) {
        return hypothesis.evidence().stream()
                .flatMap(id -> situation.evidence().stream()
                        .filter(piece -> piece.id().equals(id))
                        .limit(1))
                .toList();
    }

    private static Critique support(Hypothesis hypothesis, List<ReflectionEvidence> cited) {
        return Stream.ofNullable(cited.isEmpty() ? null : cited.get(0))
                .map(piece -> new Critique(
                        hypothesis.id(), Verdict.SUPPORT, "Nothing that was seen speaks against it", piece.id()))
                .findFirst()
                .orElseGet(() -> new Critique(
                        hypothesis.id(), Verdict.SUPPORT, "It cites nothing that could be held against it", null));
    }

    /** One reason to object. */
    interface Objection {

        /** Empty when it does not hold. */
        Optional<Critique> against(
                ReflectionSituation situation, Hypothesis hypothesis, List<ReflectionEvidence> cited);

        static List<Objection> all() {
            return List.of(
                    Objections::alreadySolved,
                    Objections::notWanted,
                    Objections::underWay,
                    Objections::triedBefore,
                    Objections::stale,
                    Objections::surroundings,
                    Objections::thin);
        }

        static Optional<Critique> of(Hypothesis hypothesis, Verdict verdict, String text, ReflectionEvidence piece) {
            Objects.requireNonNull(piece, "piece");
            return Optional.of(new Critique(hypothesis.id(), verdict, text + ": " + Quote.of(piece), piece.id()));
        }
    }
}
