package tacit.bench.month;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tacit.bench.Bench;
import tacit.bench.BenchStore;
import tacit.bench.Options;

/** Runs the always-on core through a month of simulated time, and kills it on the way where that is wanted. */
public final class MonthBench implements Bench {

    private static final int SECONDS_TO_KILL = 6;
    private static final int LOOK_MILLIS = 20;

    @Override
    public String name() {
        return "month";
    }

    @Override
    public String usage() {
        return "month [--days N] [--profiles N] [--signals N] [--seed N] [--kill TIMES [--within SECONDS]]: a month of"
                + " the core in simulated time (30 days, 20 profiles, 100,000 signals), killed so often on the way, each time"
                + " within so many seconds of its first step (6)";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(
                arguments,
                List.of("--days", "--profiles", "--signals", "--seed", "--kill", "--within", "--directory"),
                List.of());
        Plan plan = new Plan(
                options.number("--seed", 1),
                options.number("--days", 30),
                options.number("--profiles", 20),
                options.number("--signals", 100_000));
        String directory = options.text("--directory", "");
        if (!directory.isEmpty()) {
            return month(plan, Path.of(directory));
        }
        Path fresh = Files.createTempDirectory("tacit-month");
        try {
            return options.text("--kill", "").isEmpty()
                    ? month(plan, fresh)
                    : killed(plan, fresh, options.number("--kill", 30), options.number("--within", SECONDS_TO_KILL));
        } finally {
            delete(fresh);
        }
    }

    /** Goes on where the journal of the directory ends. */
    static Map<String, Object> month(Plan plan, Path directory) {
        long start = System.nanoTime();
        Journal journal = new Journal(World.journal(directory));
        int first = journal.next();
        try (BenchStore store = BenchStore.open(directory)) {
            World world = new World(plan, store.database(), journal);
            Told told = new Told(plan);
            if (journal.lastTold() >= 0) {
                journal.lost(new Ledger(world).lost(told, journal.lastTold()));
            }
            for (int step = first; step < plan.steps(); step++) {
                world.step(step, told);
                journal.done(step);
            }
            long submitted = new Ledger(world).told();
            world.end();
            double seconds = (System.nanoTime() - start) / 1e9;
            Ledger ledger = new Ledger(world);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("days", plan.days());
            figures.put("signals", plan.signals());
            figures.putAll(ledger.figures());
            figures.put("toldAndKept", submitted);
            figures.put("precision", world.people.precision());
            figures.put("hash", ledger.hash());
            figures.put("seconds", seconds);
            return figures;
        }
    }

    private static Map<String, Object> killed(Plan plan, Path directory, int times, int within)
            throws IOException, InterruptedException {
        Random chance = new Random(plan.seed());
        int kills = 0;
        while (kills < times) {
            long before = written(directory);
            Process child = child(plan, directory);
            boolean ended = ended(child, directory, before)
                    || child.waitFor(chance.nextInt(Math.max(1, within * 1000)), TimeUnit.MILLISECONDS);
            if (ended) {
                throw new IllegalStateException("The month ended after " + kills + " kills: it needs more days");
            }
            child.destroyForcibly().waitFor();
            kills++;
        }
        Map<String, Object> figures = new LinkedHashMap<>(month(plan, directory));
        Journal journal = new Journal(World.journal(directory));
        figures.put("kills", kills);
        figures.put("looksForSignals", journal.looks());
        figures.put("lostSignals", journal.lost());
        return figures;
    }

    /** Waits for the first step of a process: a kill before that would hit nothing. */
    private static boolean ended(Process child, Path directory, long before) throws IOException, InterruptedException {
        while (written(directory) == before) {
            if (child.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    private static long written(Path directory) throws IOException {
        Path journal = World.journal(directory);
        return Files.exists(journal) ? Files.size(journal) : 0;
    }

    private static Process child(Plan plan, Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "tacit.bench.Main",
                        "month",
                        "--days",
                        String.valueOf(plan.days()),
                        "--profiles",
                        String.valueOf(plan.profiles()),
                        "--signals",
                        String.valueOf(plan.signals()),
                        "--seed",
                        String.valueOf(plan.seed()),
                        "--directory",
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.log").toFile())
                .start();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
