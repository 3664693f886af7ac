package tacit.pulse.reflection;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/** How much of what was seen speaks for an idea. */
final class Weighing {

    /** The heaviest first, then the newest, then by id. */
    private static final Comparator<ReflectionEvidence> ORDER = Comparator.comparingDouble(ReflectionEvidence::weight)
            .reversed()
            .thenComparing(ReflectionEvidence::createdAt, Comparator.reverseOrder())
            .thenComparing(ReflectionEvidence::id);

    private static final double OF_HEAVIEST = .55;
    private static final double OF_SHARE = .3;
    private static final double OF_EACH = .03;
    private static final int MOST = 4;
    private static final double SUREST = .95;

    private Weighing() {}

    /** What of the evidence fits, the heaviest first. */
    static List<ReflectionEvidence> fitting(ReflectionSituation situation, Predicate<ReflectionEvidence> fits) {
        return situation.evidence().stream().filter(fits).sorted(ORDER).toList();
    }

    /** How sure an idea may be that stands on these: by the heaviest, by their share of all, and by their number. */
    static double confidence(ReflectionSituation situation, List<ReflectionEvidence> those) {
        double all = weight(situation.evidence());
        double heaviest =
                those.stream().mapToDouble(ReflectionEvidence::weight).max().orElse(0);
        long more = those.stream().filter(ReflectionEvidence::actionable).count();
        double sum = OF_HEAVIEST * heaviest
                + (all == 0 ? 0 : OF_SHARE * weight(those) / all)
                + OF_EACH * Math.min(more, MOST);
        return Math.round(Math.min(SUREST, sum) * 10_000) / 10_000.0;
    }

    private static double weight(List<ReflectionEvidence> those) {
        return those.stream().mapToDouble(ReflectionEvidence::weight).sum();
    }
}
