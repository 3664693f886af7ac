package tacit.pulse.reflection;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/** Thinks that somebody waits for an answer: a message, or a change that is to be reviewed. */
@Component(property = Role.PROPERTY + "=hypothesis/respond")
public final class RespondIdeas implements HypothesisGenerator {

    private static final Set<ReflectionEvidence.Type> TYPES =
            Set.of(ReflectionEvidence.Type.MAILBOX_EVENT, ReflectionEvidence.Type.PULL_REQUEST_ACTIVITY);

    private static final Idea IDEA = new Idea(
            "respond",
            "Answer what waits",
            "Somebody waits for an answer",
            "Prepare an answer to what waits below, without sending it.",
            List.of("Read what was asked", "Draft the answer", "Have somebody send it"));

    @Override
    public String name() {
        return "respond";
    }

    @Override
    public List<Hypothesis> propose(ReflectionSituation situation) {
        List<ReflectionEvidence> those =
                Weighing.fitting(situation, piece -> piece.actionable() && TYPES.contains(piece.type()));
        return those.isEmpty() ? List.of() : List.of(IDEA.about(situation, those, 1));
    }
}
