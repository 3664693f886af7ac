package tacit.memory.rank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Marks marks = new Marks();
        for (Scored next : left) {
            if (picked.size() >= Math.max(most, DEEP)) {
                break;
            }
            picked.add(weighed(next, marks.of(next.candidate().words()), marks));
        }
        picked.sort(BEST_FIRST);
        return picked.subList(0, Math.min(most, picked.size()));
    }

    private Scored weighed(Scored next, BitSet words, Marks better) {
        double alike = better.nearest(words);
        better.add(words);
        return alike < ALIKE ? next : next.less(alike, repeated * alike);
    }

    /** The words of those that were picked, as bits. Confined to one call. */
    private static final class Marks {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<BitSet> picked = new ArrayList<>();

        BitSet of(Set<String> words) {
            BitSet bits = new BitSet(numbers.size() + words.size());
            for (String word : words) {
                bits.set(numbers.computeIfAbsent(word, key -> numbers.size()));
            }
            return bits;
        }

        void add(BitSet words) {
            picked.add(words);
        }

        /** The greatest likeness to one of those. */
        double nearest(BitSet words) {
            double nearest = 0;
            for (BitSet other : picked) {
                nearest = Math.max(nearest, alike(words, other));
            }
            return nearest;
        }

        /** Shared words among all of both. */
        private static double alike(BitSet one, BitSet other) {
            BitSet both = (BitSet) one.clone();
            both.and(other);
            int shared = both.cardinality();
            int all = one.cardinality() + other.cardinality() - shared;
            return all == 0 ? 0 : (double) shared / all;
        }
    }
}
