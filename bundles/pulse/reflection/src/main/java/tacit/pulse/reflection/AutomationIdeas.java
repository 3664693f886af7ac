package tacit.pulse.reflection;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/** Thinks that an automation does not do what it should: a pulse, a trigger, a schedule, a briefing. */
@Component(property = Role.PROPERTY + "=hypothesis/automation")
public final class AutomationIdeas implements HypothesisGenerator {

    private static final Set<ReflectionEvidence.Type> TYPES = Set.of(
            ReflectionEvidence.Type.HEARTBEAT_RUN,
            ReflectionEvidence.Type.HEARTBEAT_SIGNAL,
            ReflectionEvidence.Type.EVENT_TRIGGER,
            ReflectionEvidence.Type.SCHEDULED_TASK,
            ReflectionEvidence.Type.BRIEFING);

    private static final Idea IDEA = new Idea(
            "automation",
            "Repair the automation",
            "An automation does not do what it should",
            "Find out why the automation below does not do what it should, and put it right.",
            List.of(
                    "Look at its last runs",
                    "Put its schedule, its trigger or its limits right",
                    "See that its next run succeeds"));

    @Override
    public String name() {
        return "automation";
    }

    @Override
    public List<Hypothesis> propose(ReflectionSituation situation) {
        List<ReflectionEvidence> those =
                Weighing.fitting(situation, piece -> piece.actionable() && TYPES.contains(piece.type()));
        return those.isEmpty() ? List.of() : List.of(IDEA.about(situation, those, 1));
    }
}
