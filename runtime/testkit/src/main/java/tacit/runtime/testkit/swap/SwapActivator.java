package tacit.runtime.testkit.swap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs the swaps on a thread of the host, and writes what came of them into a file: rows, or why there are none. */
public final class SwapActivator implements BundleActivator {

    static final String OUT = "tacit.swaps.out";
    static final String BUNDLES = "tacit.swaps.bundles";
    static final String TIMES = "tacit.swaps.times";
    static final String THREADS = "tacit.swaps.threads";

    /** Begins the only line where the swaps broke off. */
    static final String BROKEN = "broken: ";

    @Override
    public void start(BundleContext context) {
        Thread thread = new Thread(() -> run(new Facades(context)), "swap-round");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {
        // The process ends with its file; the thread is no reason to wait
    }

    private static void run(Facades facades) {
        List<String> lines = new ArrayList<>();
        try {
            new SwapRound(facades)
                    .run(
                            System.getProperty(BUNDLES, BundleSwaps.ALL),
                            Integer.getInteger(TIMES, 1),
                            Integer.getInteger(THREADS, 1))
                    .forEach(row -> lines.add(row.line()));
        } catch (RuntimeException | LinkageError e) {
            lines.add(BROKEN + e);
        }
        write(Path.of(System.getProperty(OUT, "swaps.tsv")), lines);
    }

    private static void write(Path out, List<String> lines) {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            Files.write(part, lines);
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write '" + out + "': " + e.getMessage(), e);
        }
    }
}
