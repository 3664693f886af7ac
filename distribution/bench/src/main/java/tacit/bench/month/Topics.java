package tacit.bench.month;

import java.util.List;

/** What signals are about, and how much it matters to people. Stateless. */
final class Topics {

    private static final List<String> THINGS =
            List.of("Invoices", "Deployments", "Reviews", "Holidays", "Backups", "Contracts", "Newsletters", "Tests");
    private static final List<String> STATES = List.of("overdue", "failing", "waiting", "renamed", "duplicated");

    private Topics() {}

    static String words(int topic) {
        return THINGS.get(topic % THINGS.size()) + " " + STATES.get(topic / THINGS.size() % STATES.size());
    }

    /** How often somebody wants to hear of what these words are about, in [0, 1]. */
    static double wanted(String words) {
        double wanted = .5;
        if (words.contains("Newsletters") || words.contains("Holidays") || words.contains("renamed")) {
            wanted = .05;
        } else if (words.contains("failing") || words.contains("overdue")) {
            wanted = .9;
        }
        return wanted;
    }
}
