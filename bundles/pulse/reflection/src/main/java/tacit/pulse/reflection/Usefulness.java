package tacit.pulse.reflection;

import java.util.List;
import tacit.api.reflect.ReflectionEvidence;

/** How useful it is to think about evidence. */
final class Usefulness {

    private static final double OF_EACH = .06;
    private static final double MOST = .18;

    private Usefulness() {}

    /** In [0, 1]: the heaviest piece, and a little for each further one that asks for something. */
    static double of(List<ReflectionEvidence> evidence) {
        double heaviest =
                evidence.stream().mapToDouble(ReflectionEvidence::weight).max().orElse(0);
        double further = Math.min(MOST, OF_EACH * Math.max(0, actionable(evidence) - 1));
        return Math.min(1, heaviest + further);
    }

    /** How many ask for something. */
    static int actionable(List<ReflectionEvidence> evidence) {
        return (int) evidence.stream().filter(ReflectionEvidence::actionable).count();
    }
}
