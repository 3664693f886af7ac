package tacit.pulse.reflection;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/** Thinks that something is remembered wrongly: proposals that nobody wanted, playbooks that are stale, what was learnt against them. */
@Component(property = Role.PROPERTY + "=hypothesis/memory")
public final class MemoryIdeas implements HypothesisGenerator {

    private static final Set<ReflectionEvidence.Type> TYPES = Set.of(
            ReflectionEvidence.Type.MEMORY_PLAYBOOK,
            ReflectionEvidence.Type.LEARNING,
            ReflectionEvidence.Type.DISMISSED_SUGGESTION);

    private static final Idea IDEA = new Idea(
            "memory",
            "Correct what is remembered",
            "What is remembered does not fit what people want",
            "Compare what is remembered with what is said below, and propose what to change in it.",
            List.of("Look up what is remembered", "Propose the corrected text", "Have it reviewed"));

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Hypothesis> propose(ReflectionSituation situation) {
        List<ReflectionEvidence> those =
                Weighing.fitting(situation, piece -> piece.actionable() && TYPES.contains(piece.type()));
        return those.isEmpty() ? List.of() : List.of(IDEA.about(situation, those, 1));
    }
}
