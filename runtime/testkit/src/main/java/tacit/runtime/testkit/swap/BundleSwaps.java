package tacit.runtime.testkit.swap;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tacit.runtime.testkit.BundleJar;

/** Starts a host of the image in a process of its own, with one more bundle that swaps those that adapt. */
public final class BundleSwaps {

    /** Means every bundle that adapts and both channels of the image. */
    public static final String ALL = "adapt";

    private static final String LEVEL = "61";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long LOOK_MILLIS = 100;
    private static final List<Class<?>> TYPES = List.of(
            Ask.class,
            Callers.class,
            ChannelPart.class,
            Facades.class,
            FeedbackPart.class,
            Kept.class,
            KeptState.class,
            MetricsPart.class,
            NextVersion.class,
            Part.class,
            PersonaPart.class,
            ProgressPart.class,
            Runs.class,
            SkillsPart.class,
            StylePart.class,
            SwapActivator.class,
            SwapRound.class,
            SwappedBundle.class,
            SwappedBundle.Spread.class,
            Swapper.class,
            Tally.class,
            Turn.class);

    private BundleSwaps() {}

    /**
     * Swaps and returns when the host is gone.
     *
     * @param image the image, as the build lays it out
     * @param work an empty folder
     * @param bundles {@link #ALL}, or the symbolic name of one
     * @throws IllegalStateException when the host does not start, the swaps break off, or no bundle is named so
     */
    public static List<SwappedBundle> run(Path image, Path work, String bundles, int swaps, int threads)
            throws IOException, InterruptedException {
        Path out = work.resolve("swaps.tsv");
        Path log = work.resolve("host.log");
        Process process = new ProcessBuilder(command(image.toRealPath(), work, bundles, swaps, threads))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.getOutputStream().close();
            await(process, out, log);
        } finally {
            end(process);
        }
        List<String> lines = Files.readAllLines(out);
        if (lines.isEmpty() || lines.get(0).startsWith(SwapActivator.BROKEN)) {
            throw new IllegalStateException("Cannot swap '" + bundles + "': " + lines);
        }
        return lines.stream().map(SwappedBundle::read).toList();
    }

    private static List<String> command(Path image, Path work, String bundles, int swaps, int threads)
            throws IOException {
        Path data = work.resolve("data");
        Path settings = Files.createDirectories(data.resolve("etc"));
        // What is asked about would change by itself with the snapshot of the day, and with what the host learns from a
        // run
        Files.writeString(settings.resolve("tacit.adapt.learning.EvolutionLoop.properties"), "minutes = 0\n");
        Files.writeString(
                settings.resolve("tacit.memory.learning.LearningLoop.properties"),
                "hot.path = false\nround.minutes = 0\nupkeep.minutes = 0\n");
        Path home = home(image, work.resolve("home"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-Xmx512m",
                "-Dtacit.home=" + home,
                "-D" + SwapActivator.OUT + "=" + work.resolve("swaps.tsv"),
                "-D" + SwapActivator.BUNDLES + "=" + bundles,
                "-D" + SwapActivator.TIMES + "=" + swaps,
                "-D" + SwapActivator.THREADS + "=" + threads,
                "-cp",
                classPath(home.resolve("lib")),
                "tacit.runtime.launcher.Main",
                "up",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--otlp-port",
                "0");
    }

    /** The image once more, made of links, with the bundle that swaps beside those that start last. */
    static Path home(Path image, Path home) throws IOException {
        Files.createDirectories(home.resolve("bundles"));
        link(image, home, List.of("bundles"));
        link(image.resolve("bundles"), home.resolve("bundles"), List.of(LEVEL));
        Path last = Files.createDirectories(home.resolve("bundles").resolve(LEVEL));
        link(image.resolve("bundles").resolve(LEVEL), last, List.of());
        Files.write(last.resolve("tacit.testkit.swap.jar"), jar());
        return home;
    }

    private static void link(Path from, Path to, List<String> without) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!without.contains(name)) {
                    Files.createSymbolicLink(to.resolve(name), file);
                }
            }
        }
    }

    private static byte[] jar() {
        BundleJar jar = BundleJar.named("tacit.testkit.swap", "1.0.0")
                .header("Bundle-Activator", SwapActivator.class.getName());
        TYPES.forEach(jar::type);
        return jar.bytes();
    }

    private static String classPath(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void await(Process process, Path out, Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(out)) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new IllegalStateException("Cannot swap: the host said " + Files.readString(log));
            }
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
