package tacit.pulse.reflection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/** Thinks that what fails has one cause each: an idea for each subject that fails, the heaviest two. */
@Component(property = Role.PROPERTY + "=hypothesis/failures")
public final class FailureIdeas implements HypothesisGenerator {

    private static final Set<ReflectionEvidence.Type> TYPES = Set.of(
            ReflectionEvidence.Type.CODE_FAILURE,
            ReflectionEvidence.Type.FAILURE_CLUSTER,
            ReflectionEvidence.Type.FAILED_TRACE,
            ReflectionEvidence.Type.TASK_SIGNAL,
            ReflectionEvidence.Type.CORE_TRACE);

    private static final int MOST = 2;

    private static final Idea IDEA = new Idea(
            "failures",
            "Mend the cause",
            "The same thing fails and has a cause that can be mended",
            "Find the cause of the failure below and mend it. Show by a run that it is gone.",
            List.of("Reproduce the failure", "Mend its cause", "Run the task again"));

    @Override
    public String name() {
        return "failures";
    }

    @Override
    public List<Hypothesis> propose(ReflectionSituation situation) {
        Map<String, List<ReflectionEvidence>> subjects = new LinkedHashMap<>();
        Weighing.fitting(situation, piece -> piece.actionable() && TYPES.contains(piece.type()))
                .forEach(piece -> subjects.computeIfAbsent(piece.subject(), subject -> new ArrayList<>())
                        .add(piece));
        List<Hypothesis> ideas = new ArrayList<>();
        subjects.values().stream()
                .limit(MOST)
                .forEach(those -> ideas.add(IDEA.about(situation, those, ideas.size() + 1)));
        return ideas;
    }
}
