package tacit.pulse.reflection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/** Thinks that what went wrong several times needs a check before it, rather than another repair behind it. */
@Component(property = Role.PROPERTY + "=hypothesis/guard")
public final class GuardIdeas implements HypothesisGenerator {

    private static final Set<ReflectionEvidence.Type> TYPES = Set.of(
            ReflectionEvidence.Type.FAILURE_CLUSTER,
            ReflectionEvidence.Type.FAILED_TRACE,
            ReflectionEvidence.Type.TASK_SIGNAL,
            ReflectionEvidence.Type.CODE_FAILURE);

    private static final int LEAST = 3;

    private static final Idea IDEA = new Idea(
            "guard",
            "Check before it happens again",
            "It came back several times, so a check before it would have helped",
            "Add a check that stops the failures below before they happen, and show that it would have stopped them.",
            List.of("Name what all of them have in common", "Add the check", "Try it on the recorded runs"));

    @Override
    public String name() {
        return "guard";
    }

    @Override
    public List<Hypothesis> propose(ReflectionSituation situation) {
        List<ReflectionEvidence> failed =
                Weighing.fitting(situation, piece -> piece.actionable() && TYPES.contains(piece.type()));
        Map<String, Long> subjects =
                failed.stream().collect(Collectors.groupingBy(ReflectionEvidence::subject, Collectors.counting()));
        List<ReflectionEvidence> again = failed.stream()
                .filter(piece -> subjects.getOrDefault(piece.subject(), 0L) >= LEAST)
                .toList();
        return again.isEmpty() ? List.of() : List.of(IDEA.about(situation, again, 1));
    }
}
