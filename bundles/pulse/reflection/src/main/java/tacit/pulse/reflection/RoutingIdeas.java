package tacit.pulse.reflection;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/** Thinks that work goes to the wrong place: it times out, is refused, finds no route, or waits too long. */
@Component(property = Role.PROPERTY + "=hypothesis/routing")
public final class RoutingIdeas implements HypothesisGenerator {

    private static final Set<ReflectionEvidence.Type> TYPES = Set.of(
            ReflectionEvidence.Type.TASK_SIGNAL,
            ReflectionEvidence.Type.CODE_FAILURE,
            ReflectionEvidence.Type.CORE_TRACE,
            ReflectionEvidence.Type.HEARTBEAT_RUN,
            ReflectionEvidence.Type.FAILED_TRACE);

    private static final Pattern MISPLACED = Pattern.compile(
            "(?i)\\b(no route|no executor|no device|timed? ?out|time-?out|unavailable|unreachable|capacity|overloaded"
                    + "|queued for|rate limit|quota|interrupted)\\b");

    /** What routing explains is explained better by it than by each failure alone. */
    private static final double BETTER = .12;

    private static final Idea IDEA = new Idea(
            "routing",
            "Send it elsewhere",
            "Work does not get where it can be done",
            "Find out which executor, device or time limit does not fit the work below, and propose another route.",
            List.of(
                    "Compare where such work succeeded",
                    "Change the route or its limits",
                    "Watch the next three runs"));

    @Override
    public String name() {
        return "routing";
    }

    @Override
    public List<Hypothesis> propose(ReflectionSituation situation) {
        List<ReflectionEvidence> those = Weighing.fitting(
                situation,
                piece -> piece.actionable()
                        && TYPES.contains(piece.type())
                        && MISPLACED.matcher(piece.text()).find());
        return those.isEmpty() ? List.of() : List.of(surer(IDEA.about(situation, those, 1)));
    }

    private static Hypothesis surer(Hypothesis idea) {
        double confidence = Math.round(Math.min(.95, idea.confidence() + BETTER) * 10_000) / 10_000.0;
        return new Hypothesis(
                idea.id(),
                idea.generator(),
                idea.title(),
                idea.statement(),
                idea.prompt(),
                idea.steps(),
                confidence,
                idea.evidence());
    }
}
