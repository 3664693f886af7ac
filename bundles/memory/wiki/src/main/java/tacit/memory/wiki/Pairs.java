package tacit.memory.wiki;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of many sets share members, without comparing each with each. */
final class Pairs {

    private Pairs() {}

    /** Two sets by their places, the earlier first. */
    record Pair(int first, int second) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            return first != other.first ? Integer.compare(first, other.first) : Integer.compare(second, other.second);
        }
    }

    /**
     * What each two sets share.
     *
     * @param most members of more sets than this are passed over
     */
    static SortedMap<Pair, SortedSet<String>> sharing(List<Set<String>> sets, int most) {
        Map<String, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < sets.size(); i++) {
            for (String member : sets.get(i)) {
                places.computeIfAbsent(member, key -> new ArrayList<>()).add(i);
            }
        }
        SortedMap<Pair, SortedSet<String>> shared = new TreeMap<>();
        places.forEach((member, in) -> {
            for (int i = 0; in.size() <= most && i < in.size(); i++) {
                for (int j = i + 1; j < in.size(); j++) {
                    shared.computeIfAbsent(new Pair(in.get(i), in.get(j)), key -> new TreeSet<>())
                            .add(member);
                }
            }
        });
        return shared;
    }
}
