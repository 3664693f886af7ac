package tacit.pulse.reflection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/** Thinks that a point which was left before should be done first, when what is seen now is about the same. */
@Component(property = Role.PROPERTY + "=hypothesis/backlog")
public final class BacklogIdeas implements HypothesisGenerator {

    private static final double OLD = .18;

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public List<Hypothesis> propose(ReflectionSituation situation) {
        return oldest(situation).map(point -> List.of(idea(situation, point))).orElse(List.of());
    }

    private static Optional<ReflectionBacklog> oldest(ReflectionSituation situation) {
        return situation.backlog().stream()
                .filter(point -> point.state() == ReflectionBacklog.State.OPEN)
                .filter(point -> !about(situation, point).isEmpty())
                .min(Comparator.comparing(ReflectionBacklog::priority, Comparator.reverseOrder())
                        .thenComparing(ReflectionBacklog::createdAt)
                        .thenComparing(ReflectionBacklog::id));
    }

    private static List<ReflectionEvidence> about(ReflectionSituation situation, ReflectionBacklog point) {
        return Weighing.fitting(situation, piece -> piece.subject().equals(point.subject()));
    }

    /** Surer than what it stands on: it was thought of before, and it is still there. */
    private Hypothesis idea(ReflectionSituation situation, ReflectionBacklog point) {
        List<ReflectionEvidence> those = about(situation, point);
        double confidence = Math.min(.95, Weighing.confidence(situation, those) + OLD);
        return new Hypothesis(
                name() + "-1",
                name(),
                "Do what was left: " + point.title(),
                "It was left on " + point.createdAt() + " and is seen again: " + Quote.of(those.get(0)),
                point.prompt(),
                List.of("Take up the point " + point.id(), "Do it", "Close it"),
                Math.round(confidence * 10_000) / 10_000.0,
                those.stream().map(ReflectionEvidence::id).toList());
    }
}
