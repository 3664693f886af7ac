package tacit.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tacit.bench.Bench;
import tacit.bench.BenchHost;
import tacit.bench.Folders;
import tacit.bench.Options;
import tacit.bench.SampleTraces;
import tacit.bench.crash.HostShell;

/** Measures a host that takes evidence, answers contexts, recalls and decisions, and changes its harness, all at once. */
public final class LoadBench implements Bench {

    private static final int PROCESSES = 2;
    private static final int LOOK_SECONDS = 5;
    private static final int FACTS = 20;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String usage() {
        return "load [--minutes 10] [--connections 32] [--rate 40] [--seed 1]: mixed calls of two processes during two"
                + " promotions and a rollback";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) throws Exception {
        Options options = new Options(arguments, List.of("--minutes", "--connections", "--rate", "--seed"), List.of());
        Plan plan = new Plan(
                options.number("--minutes", 10) * 60,
                Math.max(1, options.number("--connections", 32) / PROCESSES),
                Math.max(1, options.number("--rate", 40) / PROCESSES),
                options.number("--seed", 1));
        Path data = Files.createTempDirectory("tacit-bench");
        try (BenchHost host = BenchHost.start(data)) {
            HostShell shell = new HostShell(host, data);
            shell.awaitAnswer("tacit:roles");
            remember(shell);
            warmUp(host, data);
            return measured(plan, host, data, shell);
        } finally {
            Folders.delete(data);
        }
    }

    /** How long and how much: connections and calls per second are those of each process. */
    private record Plan(int seconds, int connections, int rate, int seed) {}

    private static void remember(HostShell shell) throws IOException, InterruptedException {
        SampleTraces words = new SampleTraces(99);
        for (int i = 0; i < FACTS; i++) {
            String fact = "Orders of warehouse " + i + " are shipped on day " + (i % 7) + " of the week, says note "
                    + words.request(1).getResourceSpans(0).getScopeSpans(0).getSpansCount();
            shell.type("tacit:curated add '" + fact + "'");
        }
    }

    private static void warmUp(BenchHost host, Path data) throws Exception {
        Calls calls = new Calls(
                host.apiPort(),
                host.otlpPort(),
                Files.readString(data.resolve("operator-token")).strip(),
                7);
        for (int i = 0; i < 500; i++) {
            String wrong = calls.ask(Kind.of(i * 7 % 100));
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("Cannot measure the host: " + wrong);
            }
        }
    }

    private static Map<String, Object> measured(Plan plan, BenchHost host, Path data, HostShell shell)
            throws Exception {
        List<Path> files = new ArrayList<>();
        List<Process> callers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < PROCESSES; i++) {
            files.add(data.resolve("answers-" + i));
            callers.add(caller(plan, host, data, i, files.get(i)));
        }
        CompletableFuture<List<Map<String, Object>>> changes =
                CompletableFuture.supplyAsync(() -> changed(shell, plan.seconds(), begin));
        List<Long> resident = watched(callers, host);
        List<Answered> answers = new ArrayList<>();
        for (Path file : files) {
            Files.readAllLines(file).forEach(line -> answers.add(Answered.of(line)));
        }
        Map<String, Object> figures = new LinkedHashMap<>(LoadReport.of(answers, plan.seconds()));
        figures.put("processes", PROCESSES);
        figures.put("connections", plan.connections() * PROCESSES);
        figures.put("changes", changes.get(1, TimeUnit.MINUTES));
        figures.put(
                "residentMb",
                resident.stream().map(kilobytes -> kilobytes / 1024).toList());
        figures.put("growthMbPerMinute", Math.round(Residence.growth(resident, LOOK_SECONDS) * 100) / 100.0);
        return figures;
    }

    private static List<Map<String, Object>> changed(HostShell shell, int seconds, long begin) {
        try {
            return new Changes(shell).during(seconds, begin);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot change the harness", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot change the harness", e);
        }
    }

    private static Process caller(Plan plan, BenchHost host, Path data, int number, Path answers) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Caller.class.getName()));
        for (Object argument : List.of(
                host.apiPort(),
                host.otlpPort(),
                data.resolve("operator-token"),
                plan.connections(),
                plan.rate(),
                plan.seconds(),
                plan.seed() * 10 + number)) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<Long> watched(List<Process> callers, BenchHost host) throws IOException, InterruptedException {
        List<Long> resident = new ArrayList<>();
        for (Process caller : callers) {
            while (!caller.waitFor(LOOK_SECONDS, TimeUnit.SECONDS)) {
                resident.add(host.residentKilobytes());
            }
            if (caller.exitValue() != 0) {
                throw new IllegalStateException("A caller ended with " + caller.exitValue());
            }
        }
        return resident;
    }
}
