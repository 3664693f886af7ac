package tacit.bench.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;

/** Memories that look like those of a busy workspace: few words often, many rarely. The same seed gives the same ones. */
final class MemoryWorld {

    static final String WORKSPACE = "bench";
    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private static final List<String> VERBS = List.of(
            "read",
            "wrote",
            "fixed",
            "deployed",
            "reviewed",
            "renamed",
            "measured",
            "planned",
            "dropped",
            "asked about");
    private static final List<String> THINGS = List.of(
            "invoice", "importer", "ledger", "ferry", "timetable", "schema", "index", "budget", "report", "gateway");
    private static final int RARE_WORDS = 20_000;
    private static final int WORDS = 14;

    private MemoryWorld() {}

    /** The text of a memory. */
    static String text(long number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder("Somebody ").append(VERBS.get(random.nextInt(VERBS.size())));
        text.append(" the ").append(THINGS.get(random.nextInt(THINGS.size())));
        for (int i = 0; i < WORDS; i++) {
            text.append(' ').append(word(random));
        }
        return text.append(" in case ").append(number).toString();
    }

    /** A question that asks with some of the words of a memory. */
    static String question(long number) {
        List<String> words = List.of(text(number).split(" ", -1));
        return "What happened with " + words.get(3) + " " + words.get(5) + " " + words.get(8) + " and " + words.get(11);
    }

    // The square makes small numbers frequent, as words are
    private static String word(SplittableRandom random) {
        double share = random.nextDouble();
        int rank = (int) (share * share * RARE_WORDS);
        return "w" + Integer.toString(rank + 36, 36) + "o";
    }

    static MemoryDraft draft(String layer, long number) {
        return new MemoryDraft(
                WORKSPACE,
                layer,
                "observation",
                "bench",
                text(number),
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.STATEMENT,
                List.of(Evidence.of(Evidence.Kind.STATEMENT, Long.toString(number))),
                0.8,
                null,
                null,
                null,
                new TreeMap<>());
    }

    /** When a memory was stored. */
    static Instant at(long number) {
        return NOW.minus(Duration.ofMinutes(number % 500_000));
    }
}
