package tacit.memory.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tacit.api.recall.RankedHit.Reason;

/** Picks the best, each time weighing off what repeats the words of one that was picked (maximal marginal relevance). Immutable. */
final class Diversity {

    /** A candidate with its score and what it is made of. */
    record Scored(Candidate candidate, double score, List<Reason> reasons) {

        Scored less(double alike, double loss) {
            List<Reason> more = new ArrayList<>(reasons);
            more.add(new Reason("repeats", alike, -loss));
            return new Scored(candidate, score - loss, more);
        }
    }

    private static final double ALIKE = 0.5;
    private static final int DEEP = 60;
    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble((Scored scored) -> -scored.score())
            .thenComparing(scored -> scored.candidate().hit().document().id());

    private final double repeated;

    Diversity(double repeated) {
        if (!(repeated >= 0 && repeated <= 10)) {
            throw new IllegalArgumentException("repeated must be in [0, 10], got " + repeated);
        }
        this.repeated = repeated;
    }

    List<Scored> pick(List<Scored> scored, int most) {
        List<Scored> left = new ArrayList<>(scored);
        left.sort(BEST_FIRST);
        if (repeated == 0) {
            return left.subList(0, Math.min(most, left.size()));
        }
        List<Scored> picked = new ArrayList<>();
        for (Scored next : left) {
            if (picked.size() >= Math.max(most, DEEP)) {
                break;
            }
            picked.add(weighed(next, picked));
        }
        picked.sort(BEST_FIRST);
        return picked.subList(0, Math.min(most, picked.size()));
    }

    private Scored weighed(Scored next, List<Scored> better) {
        double alike = 0;
        for (Scored other : better) {
            alike = Math.max(
                    alike, alike(next.candidate().words(), other.candidate().words()));
        }
        return alike < ALIKE ? next : next.less(alike, repeated * alike);
    }

    /** Shared words among all of both. */
    static double alike(Set<String> one, Set<String> other) {
        long shared = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }
}
