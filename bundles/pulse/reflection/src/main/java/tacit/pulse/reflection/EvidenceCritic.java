package tacit.pulse.reflection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.harness.Role;
import tacit.api.model.Completion;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Critique.Verdict;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisCritic;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/**
 * Holds each hypothesis against all that was seen, also against what it does not stand on, and asks a model besides, where one is
 * configured; every objection cites a piece of what was seen.
 */
@Component(property = Role.PROPERTY + "=critic")
public final class EvidenceCritic implements HypothesisCritic {

    private final List<Objection> objections = Objection.all();
    private final ModelObjections model;

    @Activate
    public EvidenceCritic(
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Completion model) {
        this.model = new ModelObjections(model);
    }

    @Override
    public List<Critique> critique(ReflectionSituation situation, List<Hypothesis> hypotheses) {
        List<Critique> critiques = new ArrayList<>();
        Map<String, Critique> answered = model.against(situation, hypotheses);
        for (Hypothesis hypothesis : hypotheses) {
            List<ReflectionEvidence> cited = cited(situation, hypothesis);
            List<Critique> against = new ArrayList<>(against(situation, hypothesis, cited));
            Optional.ofNullable(answered.get(hypothesis.id())).ifPresent(against::add);
            critiques.addAll(against.isEmpty() ? List.of(support(hypothesis, cited)) : against);
        }
        return critiques;
    }

    private List<Critique> against(
            ReflectionSituation situation, Hypothesis hypothesis, List<ReflectionEvidence> cited) {
        return cited.isEmpty()
                ? List.of()
                : objections.stream()
                        .map(objection -> objection.against(situation, hypothesis, cited))
                        .flatMap(Optional::stream)
                        .toList();
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
