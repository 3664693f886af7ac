package tacit.bench.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tacit.bench.Bench;
import tacit.bench.Folders;
import tacit.bench.Options;

/** Kills hosts of the image while experiments are led through all their states, and looks what each kill left. */
public final class KillsBench implements Bench {

    private static final int KILLS = 50;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String usage() {
        return "kills [--kill N] [--seed N]: kills hosts while experiments run, serve, are promoted, watched and rolled back"
                + " (50 times), and looks for what is half done";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(arguments, List.of("--kill", "--seed"), List.of());
        int kills = options.number("--kill", KILLS);
        Random random = new Random(options.number("--seed", 1));
        Path folder = Files.createTempDirectory("tacit-kills");
        try {
            return run(kills, random, folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Map<String, Object> run(int kills, Random random, Path folder)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Told told = new Told();
        Evidence evidence = new Evidence(random, Clock.systemUTC(), told);
        Site site = Site.prepare(folder.resolve("data"), evidence, told);
        try {
            Killing killing = new Killing(site, evidence, told, random, folder);
            boolean goesOn = true;
            for (int kill = 0; kill < kills && goesOn; kill++) {
                goesOn = killing.kill(Act.ROUND.get(kill % Act.ROUND.size()));
            }
            killing.end();
            Map<String, Object> figures = new LinkedHashMap<>(killing.figures());
            figures.put("evidence", told.evidence());
            figures.put("seconds", (System.nanoTime() - start) / 1_000_000_000);
            return figures;
        } finally {
            site.host().kill();
        }
    }
}
