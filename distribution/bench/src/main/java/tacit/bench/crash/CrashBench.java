package tacit.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tacit.bench.Bench;
import tacit.bench.BenchHost;

/** Kills a host at random moments while generations are activated and rolled back, and starts it again. */
public final class CrashBench implements Bench {

    private static final int KILLS = 100;
    private static final long SEED = 20_260_101;

    /** One kill of so many falls into the start of the host. */
    private static final int BOOTS_ONE_OF = 5;

    private static final int LONGEST_BOOT_MILLIS = 3000;
    private static final int LONGEST_DRIVE_MILLIS = 1500;

    private final Random random = new Random(SEED);
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, Integer> during = new LinkedHashMap<>();
    private int comeBacks;
    private int complete;
    private int lost;

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String usage() {
        return "crash [KILLS=100]: kills a host while its harness changes, and looks what it comes up with";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        int kills = arguments.isEmpty() ? KILLS : Integer.parseInt(arguments.get(0));
        Path data = Files.createTempDirectory("tacit-crash");
        List.of("activation", "rollback", "boot", "between").forEach(moment -> during.put(moment, 0));
        try {
            return run(kills, data);
        } finally {
            delete(data);
        }
    }

    private Map<String, Object> run(int kills, Path data) throws Exception {
        long acknowledged = first(data);
        for (int kill = 0; kill < kills; kill++) {
            boolean boot = kill % BOOTS_ONE_OF == BOOTS_ONE_OF - 1;
            acknowledged = boot ? killInBoot(data, acknowledged) : killWhileDriven(data, acknowledged);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("kills", kills);
        figures.put("comeBacks", comeBacks);
        figures.put("complete", complete);
        figures.put("during", during);
        figures.put("lost", lost);
        figures.put("changes", turn.get());
        return figures;
    }

    /** Makes the data directory, with a candidate in the stage; answers the generation that is active. */
    private static long first(Path data) throws Exception {
        try (BenchHost host = BenchHost.launch(data)) {
            HostShell shell = new HostShell(host, data);
            Comeback begun = Comeback.of(shell);
            if (!begun.complete()) {
                throw new IllegalStateException("Cannot measure: the host did not start with a complete generation");
            }
            HostShell.Answer staged = shell.type("tacit:stage '" + candidate() + "'");
            if (staged.exit() != 0) {
                throw new IllegalStateException("Cannot measure: nothing was staged: " + staged.out());
            }
            return begun.active();
        }
    }

    private static Path candidate() throws IOException {
        Path home = Path.of(System.getProperty("tacit.home", "distribution/target/tacit"));
        try (Stream<Path> jars = Files.list(home.resolve("candidates"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Cannot find a candidate in '" + home + "'"))
                    .toRealPath();
        }
    }

    private long killInBoot(Path data, long acknowledged) throws Exception {
        BenchHost host = BenchHost.launch(data);
        pause(50 + random.nextInt(LONGEST_BOOT_MILLIS));
        host.kill();
        count("boot");
        return comeBack(data, acknowledged, false);
    }

    private long killWhileDriven(Path data, long acknowledged) throws Exception {
        BenchHost host = BenchHost.launch(data);
        HostShell shell = new HostShell(host, data);
        shell.awaitAnswer("tacit:generations --json");
        Driver driver = new Driver(shell, turn, acknowledged);
        Thread thread = new Thread(driver, "bench-driver");
        thread.start();
        pause(random.nextInt(LONGEST_DRIVE_MILLIS));
        host.kill();
        thread.join();
        boolean changing = driver.act() != Driver.Act.NOTHING;
        count(changing ? driver.act().name().toLowerCase(Locale.ROOT) : "between");
        return comeBack(data, driver.acknowledged(), changing);
    }

    /** Starts the host again; what it said to be active must be active, or what it was about to make so. */
    private long comeBack(Path data, long acknowledged, boolean changing) throws Exception {
        try (BenchHost host = BenchHost.launch(data)) {
            Comeback found = Comeback.of(new HostShell(host, data));
            comeBacks += found.active() > 0 ? 1 : 0;
            complete += found.complete() ? 1 : 0;
            boolean kept = found.latest() >= acknowledged && (changing || found.active() == acknowledged);
            lost += kept ? 0 : 1;
            return found.active();
        }
    }

    private void count(String moment) {
        during.merge(moment, 1, Integer::sum);
    }

    /** The moment is what is drawn here, so nothing else can be waited for. */
    private static void pause(int millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
