package tacit.memory.wiki;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Notes through which many shortest ways between other notes lead: betweenness centrality in the way of Brandes (2001), links
 * without direction.
 */
final class Bridges {

    private Bridges() {}

    /** The notes with the most such ways, the first first; those without any are left out. */
    static List<String> of(SortedMap<String, Set<String>> neighbours, int most) {
        Map<String, Double> centrality = new HashMap<>();
        neighbours.keySet().forEach(start -> add(start, neighbours, centrality));
        return centrality.entrySet().stream()
                .filter(entry -> entry.getValue() > 1e-9)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void add(String start, SortedMap<String, Set<String>> neighbours, Map<String, Double> centrality) {
        Map<String, Integer> distance = new HashMap<>(Map.of(start, 0));
        Map<String, Double> ways = new HashMap<>(Map.of(start, 1.0));
        Map<String, List<String>> before = new HashMap<>();
        List<String> order = new ArrayList<>();
        Deque<String> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            String at = queue.remove();
            order.add(at);
            for (String next : neighbours.getOrDefault(at, Set.of())) {
                int further = distance.getOrDefault(at, 0) + 1;
                if (distance.putIfAbsent(next, further) == null) {
                    queue.add(next);
                }
                if (distance.getOrDefault(next, 0) == further) {
                    ways.merge(next, ways.getOrDefault(at, 0.0), Double::sum);
                    before.computeIfAbsent(next, key -> new ArrayList<>()).add(at);
                }
            }
        }
        back(start, order, ways, before, centrality);
    }

    private static void back(
            String start,
            List<String> order,
            Map<String, Double> ways,
            Map<String, List<String>> before,
            Map<String, Double> centrality) {
        Map<String, Double> share = new HashMap<>();
        for (int i = order.size() - 1; i >= 0; i--) {
            String at = order.get(i);
            double own = share.getOrDefault(at, 0.0);
            for (String earlier : before.getOrDefault(at, List.of())) {
                share.merge(
                        earlier, ways.getOrDefault(earlier, 0.0) / ways.getOrDefault(at, 1.0) * (1 + own), Double::sum);
            }
            if (!at.equals(start)) {
                centrality.merge(at, own, Double::sum);
            }
        }
    }
}
