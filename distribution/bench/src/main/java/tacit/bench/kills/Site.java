package tacit.bench.kills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tacit.bench.BenchHost;
import tacit.bench.crash.HostShell;

/** A data directory and the host that serves from it, one after the other. Confined to the bench, one act at a time. */
final class Site {

    static final String PID = "tacit.learn.template.MaskingTemplates";
    static final String KEY = "longest";
    static final String ROLE = "failure-template";

    /** What candidates have to keep to, and what is in force does not. */
    private static final int LONGEST = 60;

    private static final int CASES = 24;
    private static final long PATIENCE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As the command that users start a host by has it: starts are most of the time of this bench. */
    private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1");

    private static final Map<String, String> SETTINGS = Map.of(
            "tacit.runtime.harness.activation.LiveHarness", "decision.sample=1",
            "tacit.learn.experiments.StoredExperiments", "rest.days=0\nlatency.floor=1000",
            "tacit.learn.experiments.ReplayEvaluator", "deadline.millis=30000",
            "tacit.learn.experiments.WatchLoop", "period.seconds=1",
            "tacit.learn.pipeline.PipelineLoop", "delay.seconds=1",
            "tacit.learn.proposers.StoredProposers", "day.experiments=0\nmost.proposals=0");

    private final Path data;
    private BenchHost host;
    private HostShell shell;

    private Site(Path data, BenchHost host) {
        this.data = data;
        this.host = host;
        this.shell = new HostShell(host, data);
    }

    /** Starts the first host, and has it record decisions that a candidate can do better. */
    static Site prepare(Path data, Evidence evidence, Told told) throws IOException, InterruptedException {
        Path settings = Files.createDirectories(data.resolve("etc"));
        for (Map.Entry<String, String> one : SETTINGS.entrySet()) {
            Files.writeString(settings.resolve(one.getKey() + ".properties"), one.getValue() + "\n");
        }
        Site site = new Site(data, BenchHost.launch(data, FLAGS));
        site.awaitAnswer();
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            messages.add("The counter of the old part of town has no " + word(i)
                    + " left and nobody in the far away warehouse answers the bell at the gate");
        }
        evidence.failed(site.otlpPort(), messages);
        for (String decision : site.decisions()) {
            site.did("tacit:eval add " + decision + " --expect 'at-most - " + LONGEST + "'");
        }
        told.cases(CASES);
        return site;
    }

    /** No mask takes it for an id. */
    private static String word(int number) {
        return "b" + "aeiou".charAt(number % 5) + "rrel" + "s".repeat(1 + number / 5) + "y";
    }

    /** Recorded off the call's thread, so they come a moment later. */
    private List<String> decisions() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<String> ids = new ArrayList<>();
        while (ids.size() < CASES && System.nanoTime() < end) {
            ids.clear();
            for (JsonNode row : rows("tacit:decisions --json --limit 100 " + ROLE)) {
                if (row.path("output").asText().contains("warehouse")) {
                    ids.add(row.path("id").asText());
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        if (ids.size() < CASES) {
            throw new IllegalStateException("Cannot measure: the host recorded " + ids.size() + " decisions");
        }
        return ids;
    }

    Path data() {
        return data;
    }

    HostShell shell() {
        return shell;
    }

    BenchHost host() {
        return host;
    }

    int otlpPort() {
        return host.otlpPort();
    }

    void launch() throws IOException {
        host = BenchHost.launch(data, FLAGS);
        shell = new HostShell(host, data);
    }

    /** Whether it serves in the end. */
    boolean awaitAnswer() throws InterruptedException {
        return shell.awaitAnswer("tacit:experiments --json").exit() == 0;
    }

    /** What a line told. */
    JsonNode told(String line) throws IOException, InterruptedException {
        return JSON.readTree(did(line));
    }

    JsonNode rows(String line) throws IOException, InterruptedException {
        return told(line).path("rows");
    }

    /** Types a line that must be obeyed. */
    String did(String line) throws IOException, InterruptedException {
        HostShell.Answer answer = shell.type(line);
        if (answer.exit() != 0) {
            throw new IllegalStateException(
                    "'" + line + "' was refused: " + answer.out().strip());
        }
        return answer.out();
    }
}
