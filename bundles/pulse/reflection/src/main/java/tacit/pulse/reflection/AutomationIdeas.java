package tacit.pulse.reflection;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionEvidence.Type;
import tacit.api.reflect.ReflectionSituation;

/** Thinks that an automation does not do what it should: a pulse, a trigger, a schedule, a briefing. */
@Component(property = "tacit.role=hypothesis/automation")
public final class AutomationIdeas implements HypothesisGenerator {

    private static final Set<Type> TYPES = Set.of(Type.HEARTBEAT_RUN, Type.HEARTBEAT_SIGNAL, Type.EVENT_TRIGGER, Type.SCHEDULED_TASK, Type.BRIEFING);

    private static final Idea IDEA = new Idea(
            "automation",
            "Repair the automation",
            "An automation does not do what it should",
            "Find out why the automation below does not do what it should, and put it right.",
            List.of("Look at its last runs", "Put its schedule, its trigger or its limits right", "See that its next run succeeds"));

    @Override
    public String name() {
        return "automation";
    }

    @Override
    public List<Hypothesis> propose(ReflectionSituation situation) {
        List<ReflectionEvidence> those = Weighing.fitting(
                situation, piece -> piece.actionable() && TYPES.contains(piece.type()));
        return those.isEmpty() ? List.of() : List.of(IDEA.about(situation, those, 1));
    }
}
