package tacit.examples.records.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Stream;
import tacit.examples.records.Assignment;
import tacit.examples.records.TacitClient;

/**
 * The closed loop on a host of its own: an agent works and fails, a change is proposed, proved on held-out tasks, approved and
 * promoted, and the agent works again. Then a bad change is refused, and one that harms work which no test showed is rolled
 * back by the watch. Confined to one thread.
 */
public final class Demo {

    private static final String AGENT = "tacit.learn.runs.AgentRunEvaluator";
    private static final String GUARD = "tacit.pulse.guard.RuleGuard";
    private static final int PATIENCE = 300;
    private static final int POLL_MILLIS = 200;

    private final DemoHost host;
    private final DemoOptions options;
    private final PrintStream out;
    private final Workload workload;
    private final TacitClient tacit;

    private Demo(DemoHost host, DemoOptions options, PrintStream out, String token) {
        this.host = host;
        this.options = options;
        this.out = out;
        this.workload = Workload.of(options.seed());
        this.tacit = new TacitClient(host.api(), host.otlp(), token, Assignment.ANYBODY);
    }

    public static void main(String[] arguments) throws Exception {
        DemoOptions options;
        try {
            options = DemoOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(DemoOptions.USAGE);
            System.exit(2);
            return;
        }
        if (options.seeds() > 0) {
            new DemoSeeds(options, System.out).run();
        } else {
            onHostOfItsOwn(options, System.out, Demo::run);
        }
    }

    /** What is done on a host that is new and gone afterwards. */
    interface OnHost<T> {
        T on(Demo demo, Path folder) throws Exception;
    }

    static <T> T onHostOfItsOwn(DemoOptions options, PrintStream out, OnHost<T> work) throws Exception {
        Path folder = Files.createTempDirectory(
                "tacit-demo", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (DemoHost host = DemoHost.start(options.command(), folder.resolve("data"))) {
            String token = host.agentToken();
            Files.writeString(folder.resolve("token"), token);
            return work.on(new Demo(host, options, out, token), folder);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private Closed run(Path folder) throws Exception {
        Closed closed = close(folder);
        if (closed.promoted()) {
            title("6. A bad change is refused");
            bad();
            title("7. A change that harms work which no test showed is rolled back by the watch");
            harmful(folder);
        }
        return closed;
    }

    /**
     * The loop once round.
     *
     * @param passed whether the gate let the change through
     * @param promoted whether it decides since
     * @param gain of the work after over the work before
     */
    record Closed(boolean passed, boolean promoted, Gain gain) {}

    /** Work, failures, a proposal, its proof, its promotion unless that is withheld, and work again. */
    Closed close(Path folder) throws Exception {
        host.shell("tacit:settings tacit.learn.experiments.WatchLoop period.seconds 1");
        title("1. The agent works");
        say("learned", work(Part.LEARNED, "first"));
        failures();
        title("2. What would make it better?");
        employ(folder);
        String looked = host.shell("tacit:proposers look");
        String proposed = DemoHost.first(looked, "entered\\s+([\\w-]+-[\\w-]+)");
        JsonNode change = experiment(proposed);
        out.println(
                "   " + change.path("by").asText() + ": " + change.path("title").asText());
        change.path("why").asText().lines().forEach(line -> out.println("   " + line));
        List<ChangeRun> before = work(Part.LATER, "before");
        title("3. Is it proved? Held-out tasks, of other tables, under both arms");
        verdict(judged(proposed));
        boolean passed = passed(proposed);
        boolean promoted = passed && agreed();
        if (promoted) {
            promote(proposed);
        } else {
            out.println(passed ? "   It is not promoted" : "   It did not pass; nothing is changed");
        }
        title("5. The agent works again, on tasks that neither the proposal nor the gate saw");
        return new Closed(passed, promoted, gain(before));
    }

    private boolean agreed() {
        title("4. Somebody else approves it");
        return !options.withheld() && approved();
    }

    private void bad() throws Exception {
        String id = propose(
                "Ask before changes that the user has not agreed to",
                "ask unconfirmed write * - The user has not agreed to this");
        JsonNode judged = judged(id);
        verdict(judged);
        try {
            host.shell("tacit:experiment --by ben " + id + " promote");
            throw new IllegalStateException("A change was promoted that had failed");
        } catch (IOException refused) {
            out.println("   promote: " + refusal(refused));
        }
    }

    private void harmful(Path folder) throws Exception {
        judgeBy(folder, Part.RENAMED);
        String id = propose(
                "Look records up before they are changed",
                "ask missing_call write * find_record Look the record up by its name first");
        verdict(judged(id));
        promote(id);
        out.println("   From now on people name records by their code alone, which the tasks of the gate did not do");
        say("by code; the watch looked each second meanwhile", work(Part.CODED, "coded"));
        JsonNode after = experiment(id);
        for (int i = 0; i < PATIENCE && !after.path("state").asText().equals("rolled_back"); i++) {
            Thread.sleep(POLL_MILLIS);
            after = experiment(id);
        }
        out.println("   The experiment is " + after.path("state").asText().replace('_', ' '));
        host.shell("tacit:experiment " + id)
                .lines()
                .filter(line -> line.contains("rule:watch") || line.startsWith("watch of"))
                .forEach(line -> out.println("   " + line));
        host.shell("tacit:generations").lines().forEach(line -> out.println("   " + line));
        say("the same again", work(Part.CODED, "coded again"));
    }

    private String propose(String title, String rule) throws IOException, InterruptedException {
        String rules = "";
        for (JsonNode setting : host.rows("tacit:settings --json " + GUARD)) {
            if (setting.path("key").asText().equals("rules")) {
                rules = setting.path("value").asText("");
            }
        }
        String all = rules.isBlank() ? rule : rules + "\n" + rule;
        JsonNode proposed = host.row("tacit:propose --json --role guard --kind guard --by ada --title '" + title + "' '"
                + GUARD + ":rules=" + all + "'");
        out.println("   ada: " + title);
        return proposed.path("id").asText();
    }

    /** What the gate found, after all tasks were done under both arms. */
    private JsonNode judged(String id) throws IOException, InterruptedException {
        if (experiment(id).path("state").asText().equals("proposed")) {
            host.shell("tacit:experiment --by demo " + id + " run");
        }
        return experiment(id);
    }

    private void verdict(JsonNode experiment) {
        out.println("   " + experiment.path("verdict").asText());
    }

    private boolean passed(String id) throws IOException, InterruptedException {
        return experiment(id).path("state").asText().equals("passed_gate");
    }

    private boolean approved() {
        if (options.approve()) {
            out.println("   Approved on the command line");
            return true;
        }
        out.print("   Promote it? [y/N] ");
        out.flush();
        Scanner answers = new Scanner(System.in, StandardCharsets.UTF_8);
        return answers.hasNextLine() && answers.nextLine().strip().equalsIgnoreCase("y");
    }

    private void promote(String id) throws IOException, InterruptedException {
        host.shell("tacit:experiment --by ben --reason 'approved in the demo' " + id + " promote");
        out.println("   Generation " + experiment(id).path("generation").asText() + " decides, in place of "
                + experiment(id).path("compared with").asText());
    }

    private Gain gain(List<ChangeRun> before) throws SQLException, InterruptedException {
        Gain gain = Gain.of(before, work(Part.LATER, "after"));
        out.println("   Solved " + gain.words());
        return gain;
    }

    private void failures() throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            List<String> lines = host.shell("tacit:clusters").lines().toList();
            if (lines.size() > 1) {
                lines.forEach(line -> out.println("   " + line));
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        out.println("   No family of failures was found");
    }

    /** The agent works when an experiment asks it to. */
    private void employ(Path folder) throws IOException, InterruptedException {
        judgeBy(folder, Part.HELD_OUT);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "\"" + java + "\" -cp \"" + System.getProperty("java.class.path")
                + "\" tacit.examples.records.Main changes --keys - --seed " + options.seed() + " --api " + host.api()
                + " --otlp " + host.otlp() + " --token-file \"" + folder.resolve("token") + "\"";
        host.shell("tacit:settings " + AGENT + " command '" + command + "'");
    }

    /** Which tasks it does then. */
    private void judgeBy(Path folder, Part part) throws IOException, InterruptedException {
        Path tasks = Files.write(
                folder.resolve(part.word() + ".txt"),
                workload.part(part).stream().map(ChangeTask::key).toList());
        host.shell("tacit:settings " + AGENT + " tasks '" + tasks + "'");
    }

    private JsonNode experiment(String id) throws IOException, InterruptedException {
        return host.row("tacit:experiment --json " + id);
    }

    private List<ChangeRun> work(Part part, String batch) throws SQLException, InterruptedException {
        return Changes.work(tacit, workload, workload.part(part), options.seed(), batch);
    }

    private void title(String words) {
        out.println();
        out.println(words);
    }

    private void say(String what, List<ChangeRun> runs) {
        long solved = runs.stream().filter(ChangeRun::solved).count();
        out.println("   Solved " + solved + " of " + runs.size() + " tasks (" + what + ")");
    }

    private static String refusal(IOException refused) {
        String words = String.valueOf(refused.getMessage());
        return words.substring(words.indexOf("failed: ") + "failed: ".length()).strip();
    }
}
