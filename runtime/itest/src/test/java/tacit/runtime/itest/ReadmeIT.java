package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tacit.runtime.testkit.browser.Browser;

/** What the README says, done as it says, on one host that its first command starts; and what Mission Control shows of it then. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadmeIT {

    /** Commands that other tests run, or that cannot be run here, and why. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("./tacit up --sample", "the host of this test"),
            Map.entry("./tacit demo --approve", "DemoIT"),
            Map.entry("./tacit demo", "DemoIT"),
            Map.entry("./tacit test", "this test is a part of it"),
            Map.entry("./tacit connect claude-code", "QuickStartIT"),
            Map.entry("./tacit connect codex", "QuickStartIT"),
            Map.entry("./tacit shell \"tacit:drill\"", "HarnessIT with fewer swaps: all of them take minutes"),
            Map.entry("./tacit compare BASELINE CANDIDATE…", "CommandIT: it needs two batches"),
            Map.entry("./tacit shell", "ShellAttachIT: it needs a terminal"),
            Map.entry("./tacit restore FILE", "BackupIT: it needs a host that does not run"),
            Map.entry("./tacit export", "its own bundle: it needs users who consent"),
            Map.entry("tacit:eval add DECISION --expect …", "ExperimentIT"),
            Map.entry("tacit:propose", "ExperimentIT"),
            Map.entry("tacit:experiment ID run", "ExperimentIT"),
            Map.entry("tacit:gate ID", "ExperimentIT"));

    /** What stands for the placeholders of the page. */
    private static final Map<String, String> PLACES = Map.of(
            " PATH…", " distribution/target/tacit/sample",
            " FILE", " copy.zip",
            "…", "Count the open orders",
            " PROFILE", " assistant",
            "tacit:lineage ID", "tacit:lineage 1");

    @TempDir
    static Path folder;

    private static Guide readme;
    private static Workplace workplace;
    private static Tacit host;
    private static Terminal terminal;

    @BeforeAll
    static void start() throws Exception {
        Browser.assume();
        readme = Guide.of("README.md");
        workplace = new Workplace(folder);
        String first = "./tacit up --sample";
        assertThat(commands()).first().isEqualTo(first);
        host = workplace.up(first + " --port 0 --otlp-port 0");
        host.await("Operator token, shown this once and kept in " + workplace.data() + "/operator-token");
        host.await("Look closer");
        terminal = new Terminal(folder, workplace.environment());
        assertThat(terminal.type("./tacit shell \"tacit:clusters\"")).contains("Tool error in sql");
    }

    @AfterAll
    static void stop() throws Exception {
        if (host != null) {
            terminal.close();
            host.close();
            workplace.close();
        }
    }

    private static List<String> commands() {
        return readme.indented().stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./tacit "))
                .map(line -> line.replaceAll("\\s+#.*", ""))
                .toList();
    }

    @Test
    @Order(1)
    void promotesABundleAndRollsItBackAsWritten() throws Exception {
        String told = terminal.type(promotion());

        assertThat(told)
                .contains(
                        "tacit.learn.template",
                        "Generation 2 is active, before it 1",
                        "Generation 1 is active, before it 2")
                .doesNotContain("tacit: ");
    }

    @Test
    @Order(2)
    void everyOtherCommandOfThePageDoesItsWork() throws Exception {
        Set<String> commands = new LinkedHashSet<>(commands());
        readme.inline().stream()
                .filter(code -> code.startsWith("./tacit ") || code.startsWith("tacit:"))
                .forEach(commands::add);
        assertThat(commands).containsAll(ELSEWHERE.keySet());
        commands.removeAll(ELSEWHERE.keySet());
        commands.removeIf(command -> promotion().contains(command));

        for (String command : commands) {
            String typed = placed(command);
            terminal.type(typed.startsWith("./tacit ") ? typed : "./tacit shell \"" + typed + "\"");
        }

        assertThat(commands).hasSizeGreaterThan(15);
        assertThat(folder.resolve("copy.zip")).isNotEmptyFile();
    }

    private static String promotion() {
        return readme.indented().stream()
                .filter(block -> block.contains("tacit:stage"))
                .flatMap(String::lines)
                .filter(line -> !line.contains("tacit:drill"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String placed(String command) {
        String placed = command;
        // The longest first: PATH… ends as others begin
        for (String place : PLACES.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            placed = placed.replace(place, PLACES.get(place));
        }
        return placed;
    }

    @Test
    @Order(3)
    void missionControlShowsTheSampleSoThatAllCanReadAndUseIt() throws Exception {
        Api api = new Api(workplace.data());
        try (Visitor visitor = new Visitor(api.address(), api.operator())) {
            Tour tour = new Tour(visitor, "sample");

            List<String> faults = tour.walk();

            assertThat(faults).isEmpty();
            assertThat(tour.pages()).isGreaterThan(visitor.panels().size());
        }
    }
}
