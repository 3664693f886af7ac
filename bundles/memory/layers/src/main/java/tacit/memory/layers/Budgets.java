package tacit.memory.layers;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many tokens each part may have. Immutable.
 *
 * @param how what says how to answer, as it stands there
 * @param kit the workspace's kit
 * @param hot L0 without the kit
 * @param structured L1, with L2 where that is injected
 * @param whole all parts together but the first
 */
record Budgets(int how, int kit, int hot, int structured, int whole) {

    /** What says how to answer has no more than that, and never more than half of everything. */
    private static final int MOST_HOW = 700;

    /** What L0 and L1 have together at least, however small the budget is. */
    static final int LEAST = 320;

    /** The same for one combined layer. */
    static final int LEAST_COMBINED = 400;

    /** The room of what says how to answer, which nothing else may take. */
    static int reserve(int budget, boolean layered) {
        return Math.min(MOST_HOW, Math.max(budget, least(layered)) / 2);
    }

    private static int least(boolean layered) {
        return layered ? LEAST : LEAST_COMBINED;
    }

    /**
     * What everything else may have.
     *
     * @param how what is taken of the reserve
     */
    static Budgets of(int budget, boolean layered, boolean withKit, int how) {
        int left = budget - how;
        int kit = withKit ? Math.max(0, (int) ((layered ? 0.30 : 0.35) * left)) : 0;
        int rest = Math.max(least(layered) - how, left - kit);
        int hot = layered ? (int) (0.55 * rest) : rest / 2;
        return new Budgets(how, kit, hot, rest - hot, Math.max(left, rest));
    }

    /** For people. */
    SortedMap<String, Integer> named() {
        SortedMap<String, Integer> named = new TreeMap<>();
        named.put("kit", kit);
        named.put("rest", hot + structured);
        named.put("L0", hot);
        named.put("L1", structured);
        if (how > 0) {
            named.put("how", how);
        }
        return named;
    }
}
