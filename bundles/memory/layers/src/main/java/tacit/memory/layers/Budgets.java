package tacit.memory.layers;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many tokens each part may have. Immutable.
 *
 * @param kit the workspace's kit
 * @param hot L0 without the kit
 * @param structured L1, with L2 where that is injected
 * @param whole all parts together
 */
record Budgets(int kit, int hot, int structured, int whole) {

    /** What L0 and L1 have together at least, however small the budget is. */
    static final int LEAST = 320;

    /** The same for one combined layer. */
    static final int LEAST_COMBINED = 400;

    /** For a prompt with layers. */
    static Budgets layered(int budget, boolean withKit) {
        int kit = withKit ? (int) (0.30 * budget) : 0;
        int rest = Math.max(LEAST, budget - kit);
        int hot = (int) (0.55 * rest);
        return new Budgets(kit, hot, rest - hot, Math.max(budget, rest));
    }

    /** For a prompt without layers. */
    static Budgets combined(int budget, boolean withKit) {
        int kit = withKit ? (int) (0.35 * budget) : 0;
        int rest = Math.max(LEAST_COMBINED, budget - kit);
        return new Budgets(kit, rest / 2, rest - rest / 2, Math.max(budget, rest));
    }

    /** For people. */
    SortedMap<String, Integer> named() {
        SortedMap<String, Integer> named = new TreeMap<>();
        named.put("kit", kit);
        named.put("rest", hot + structured);
        named.put("L0", hot);
        named.put("L1", structured);
        return named;
    }
}
