package tacit.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.style.StoredStyle;
import tacit.api.adapt.StyleMessage;
import tacit.api.adapt.StyleObservation;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;

/** Measures how long a style takes for a stream of messages, in batches as the driver makes them, over the real store. */
final class StyleBench implements Bench {

    private static final int MESSAGES = 100_000;
    private static final int USERS = 20;

    /** As many runs as the pipeline hands over at once, of so many messages each. */
    private static final int RUNS = 200;

    private static final int MESSAGES_OF_A_RUN = 10;
    private static final long SECONDS_BETWEEN = 120;
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> WORDS = List.of(
            "please",
            "count",
            "the",
            "open",
            "orders",
            "of",
            "this",
            "week",
            "deploy",
            "docker",
            "image",
            "to",
            "kubernetes",
            "behind",
            "nginx",
            "and",
            "tell",
            "me",
            "what",
            "failed",
            "api",
            "schema",
            "again",
            "thanks",
            "\uD83D\uDE00");

    @Override
    public String name() {
        return "style";
    }

    @Override
    public String usage() {
        return "style [--messages N] [--users N]: how long a style takes for a stream of messages over the real store";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(arguments, List.of("--messages", "--users"), List.of());
        int messages = options.number("--messages", MESSAGES);
        int users = options.number("--users", USERS);
        Path data = Files.createTempDirectory("tacit-bench");
        try (BenchStore store = BenchStore.open(data)) {
            Instant end = BEGIN.plusSeconds(SECONDS_BETWEEN * (messages + 1L));
            Clock clock = Clock.fixed(end, ZoneOffset.UTC);
            SqlStateStore states = new SqlStateStore(store.database(), new PatternRedactor(), clock);
            StoredStyle style = new StoredStyle(
                    states, clock, Configurations.of(StoredStyle.Config.class, Map.of("enabled", true)));
            return measured(style, batches(messages, users), messages, users);
        } finally {
            Folders.delete(data);
        }
    }

    /** The messages of the runs that are handed over at once, by user. */
    private static List<Map<String, List<StyleMessage>>> batches(int messages, int users) {
        Random random = new Random(27);
        List<Map<String, List<StyleMessage>>> batches = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            int run = i / MESSAGES_OF_A_RUN;
            if (i % (RUNS * MESSAGES_OF_A_RUN) == 0) {
                batches.add(new LinkedHashMap<>());
            }
            batches.get(batches.size() - 1)
                    .computeIfAbsent("user-" + run % users, user -> new ArrayList<>())
                    .add(new StyleMessage(
                            "session-" + run + "/" + i,
                            BEGIN.plusSeconds(SECONDS_BETWEEN * i),
                            text(random),
                            "t" + run + "/s" + i));
        }
        return batches;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int words = 3 + random.nextInt(40); words > 0; words--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }

    private static Map<String, Object> measured(
            StoredStyle style, List<Map<String, List<StyleMessage>>> batches, int messages, int users) {
        long counted = 0;
        long shifts = 0;
        long writes = 0;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        for (Map<String, List<StyleMessage>> batch : batches) {
            for (Map.Entry<String, List<StyleMessage>> of : batch.entrySet()) {
                Scope owner = new Scope("bench", of.getKey());
                style.foresee(owner, "chat", of.getValue());
                StyleObservation seen = style.observe(owner, "chat", of.getValue());
                counted += seen.counted();
                shifts += seen.changes().size();
                writes++;
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seconds", Math.round(seconds * 100) / 100.0);
        figures.put("cpuSeconds", Math.round(cpuSeconds * 100) / 100.0);
        figures.put("messagesPerSecond", Math.round(messages / seconds));
        figures.put("messages", messages);
        figures.put("counted", counted);
        figures.put("users", users);
        figures.put("batches", batches.size());
        figures.put("writes", writes);
        figures.put("shifts", shifts);
        return figures;
    }
}
