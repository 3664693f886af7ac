package tacit.learn.gate.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tacit.api.command.Console;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.learn.gate.StatisticalGate;

class CompareCommandTest {

    @TempDir
    Path folder;

    private final FakeTraceFiles files = new FakeTraceFiles();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of("before", "after", "more", "strange")) {
            Files.createFile(folder.resolve(name));
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 40, 0", "40, 10, 1", "20, 22, 2", "20, 20, 2"})
    void exitsWithTheVerdict(int passedBefore, int passedAfter, int exitCode) {
        files.with("before", Runs.batch(passedBefore, 50 - passedBefore));
        files.with("after", Runs.batch(passedAfter, 50 - passedAfter));

        assertThat(compare("before", "after")).isEqualTo(exitCode);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void printsTheVerdictAsJson() throws IOException {
        files.with("before", Runs.failed("a"), Runs.passed("b"), Runs.passed("c"), Runs.passed("gone"));
        files.with("after", Runs.passed("a"), Runs.failed("b"), Runs.passed("c"));

        int exitCode = compare("before", "after", "--json");

        JsonNode json = json();
        assertThat(exitCode).isEqualTo(2);
        assertThat(json.get("verdict").textValue()).isEqualTo("INCONCLUSIVE");
        assertThat(json.get("cases").intValue()).isEqualTo(3);
        assertThat(json.get("before").doubleValue()).isEqualTo(2.0 / 3);
        assertThat(json.get("fixedIds").toString()).isEqualTo("[\"a\"]");
        assertThat(json.get("brokenIds").toString()).isEqualTo("[\"b\"]");
        assertThat(json.get("pValue").doubleValue()).isEqualTo(0.75);
        assertThat(json.get("casesToDecide").intValue()).isGreaterThan(3);
        assertThat(json.at("/baseline/unpairedTasks").intValue()).isEqualTo(1);
    }

    @Test
    void asksMoreOfSeveralCandidatesThanOfOne() throws IOException {
        files.with("before", Runs.batch(0, 40));
        files.with("after", Runs.batch(7, 33));
        files.with("more", Runs.batch(30, 10));

        assertThat(compare("before", "after", "--json")).isZero();
        out.reset();
        assertThat(compare("before", "after", "more", "strange", "--json")).isEqualTo(3);
        files.with("strange", Runs.batch(7, 33));
        assertThat(compare("before", "after", "more", "strange", "--json")).isZero();

        assertThat(json().findValuesAsText("verdict")).containsExactly("INCONCLUSIVE", "PASS", "INCONCLUSIVE");
    }

    @Test
    void putsReportsOnSeveralCandidatesBelowEachOther() {
        files.with("before", Runs.batch(10, 40));
        files.with("after", Runs.batch(40, 10));
        files.with("more", Runs.batch(10, 40));

        assertThat(compare("before", "after", "more")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).containsSubsequence("PASS", "INCONCLUSIVE");
    }

    @Test
    void takesTrialsOfATaskAsOneCase() throws IOException {
        for (int trial = 0; trial < 20; trial++) {
            files.with("before", Runs.run("a", trial, OutcomeLabel.FAILURE));
            files.with("after", Runs.run("a", trial, OutcomeLabel.SUCCESS));
        }

        assertThat(compare("before", "after", "--json")).isEqualTo(2);
        assertThat(json().get("cases").intValue()).isEqualTo(1);
        assertThat(json().get("pValue").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void leavesOutAndCountsRunsThatNobodyJudged() throws IOException {
        files.with(
                "before",
                Runs.failed("a"),
                Runs.unknown("b"),
                TraceUpdate.of(Trace.builder("x").build(), List.of()));
        files.with("after", Runs.passed("a"), Runs.passed("b"));

        compare("before", "after", "--json");

        assertThat(json().get("cases").intValue()).isEqualTo(1);
        assertThat(json().at("/baseline/runsWithoutOutcome").intValue()).isEqualTo(1);
        assertThat(json().at("/baseline/runsWithoutTask").intValue()).isEqualTo(1);
    }

    @Test
    void refusesToPassWhereNobodySaidHowTheSharedTasksTurnedOut() {
        files.with("before", Runs.unknown("a"));
        files.with("after", Runs.passed("a"));

        assertThat(compare("before", "after")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("INCONCLUSIVE  no case ran under both arms");
    }

    @Test
    void joinsPartsOfOneRunAndLateOutcomes() throws IOException {
        Outcome late = Outcome.of(OutcomeLabel.SUCCESS, OutcomeSource.USER);
        files.with("before", Runs.failed("a"), Runs.failed("a"));
        files.with(
                "after", Runs.failed("a"), new TraceUpdate(Trace.builder("a/0").build(), List.of(), List.of(late)));

        compare("before", "after", "--json");

        assertThat(json().at("/baseline/runs").intValue()).isEqualTo(1);
        assertThat(json().get("fixed").intValue()).isEqualTo(1);
    }

    @Test
    void readsSeveralFilesIntoOneArm() throws IOException {
        files.with("before", Runs.failed("a")).with("more", Runs.failed("b"));
        files.with("after", Runs.passed("a"), Runs.passed("b"));

        compare("before,more", "after", "--json");

        assertThat(json().get("cases").intValue()).isEqualTo(2);
    }

    @Test
    void judgesCostOnlyWhenAsked() throws IOException {
        for (int i = 0; i < 50; i++) {
            files.with("before", i < 10 ? Runs.costly("t" + i, 100, 10) : failedAtCost("t" + i));
            files.with("after", Runs.costly("t" + i, 300, 10));
        }

        assertThat(compare("before", "after", "--json")).isZero();
        assertThat(json().at("/latency/after").doubleValue()).isEqualTo(300);
        assertThat(json().at("/tokens/before").doubleValue()).isEqualTo(10);
        assertThat(compare("before", "after", "--cost-budget", "10")).isEqualTo(1);
    }

    private static TraceUpdate failedAtCost(String task) {
        return TraceUpdate.of(
                Runs.failed(task).trace(), Runs.costly(task, 100, 10).spans());
    }

    @Test
    void judgesByTheGivenAlphaAndBudget() {
        files.with("before", Runs.batch(10, 10));
        files.with("after", Runs.batch(16, 4));

        assertThat(compare("before", "after")).isEqualTo(2);
        assertThat(compare("before", "after", "--alpha", "0.05")).isZero();

        files.with("more", Runs.failed("task0"));
        assertThat(compare("before", "more")).isEqualTo(2);
        assertThat(compare("before", "more", "--budget=0")).isEqualTo(1);
    }

    @Test
    void writesJunitXmlWithAFailureForEachBrokenCase() throws Exception {
        files.with("before", Runs.passed("a<&\">\u0001"), Runs.failed("b"), Runs.passed("c"));
        files.with("after", Runs.failed("a<&\">\u0001"), Runs.passed("b"), Runs.passed("c"));

        compare("before", "after", "--junit");

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        Element broken =
                (Element) document.getElementsByTagName("failure").item(0).getParentNode();
        assertThat(broken.getAttribute("name")).isEqualTo("a<&\">\uFFFD");
    }

    @Test
    void writesMarkdownThatIdsCannotBreak() {
        files.with("before", Runs.passed("a|<b>`c`"));
        files.with("after", Runs.failed("a|<b>`c`"));

        compare("before", "after", "--markdown");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("### Tacit: INCONCLUSIVE\n")
                .contains("- a\\|&lt;b>\\`c\\`\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--markdown", "--junit"})
    void saysInEveryReportWhatTheRunCouldHaveShown(String report) {
        files.with("before", Runs.batch(30, 30)).with("after", Runs.batch(33, 27));

        // 3 of 60 changed, so a rise of 5 points is 3 fixed on average, of which the test needs 7
        compare(report.isEmpty() ? List.of("before", "after") : List.of("before", "after", report));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("3.0 % for +5.0 points, 80 % from +14.7 points");
    }

    @Test
    void saysForProgramsWhatTheRunCouldHaveShown() throws IOException {
        files.with("before", Runs.batch(30, 30)).with("after", Runs.batch(33, 27));

        compare("before", "after", "--json", "--effect", "12.5");

        assertThat(json().at("/power/effect").doubleValue()).isEqualTo(0.125);
        assertThat(json().at("/power/chance").doubleValue()).isBetween(0.5, 0.7);
        assertThat(json().at("/power/detectable").doubleValue()).isBetween(0.14, 0.16);
        assertThat(json().at("/power/exact").booleanValue()).isTrue();
    }

    @Test
    void saysWhereThePowerIsApproximate() {
        for (int trial = 0; trial < 2; trial++) {
            files.with(
                    "before", Runs.run("a", trial, OutcomeLabel.FAILURE), Runs.run("b", trial, OutcomeLabel.SUCCESS));
            files.with("after", Runs.run("a", trial, OutcomeLabel.SUCCESS), Runs.run("b", trial, OutcomeLabel.SUCCESS));
        }

        compare("before", "after");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("(approximate)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "before;compare needs a baseline and a candidate, got 1 batches, usage: compare BASELINE",
                "before after more --junit;--junit takes one candidate, got 2",
                "before missing;Cannot compare 'missing': no such file or folder",
                "before, after;Cannot compare '': no such file or folder",
                "before strange;Cannot compare 'strange': it holds no run that can be read (strange at line 1: no known",
                "before more;Cannot compare: no task ran in both batches ('before' names 1 tasks, 'more' 1)",
                "before after --format csv;format must be one of auto, got 'csv'",
                "before after --alpha;--alpha must be followed by a value",
                "before after --alpha x;--alpha must be a number, got 'x'",
                "before after --alpha 2;alpha must be in (0, 0.5], got 2.0",
                "before after --budget 100;budget must be in [0, 1), got 1.0",
                "before after --cost-budget -1;costBudget must be finite and not negative, got -0.01",
                "before after --effect 0;smallestEffect must be in (0, 1], got 0.0",
                "before after --json --junit;--json, --junit and --markdown exclude each other",
                "before after --loud;Unknown option '--loud', usage: compare"
            })
    void complainsInOneLine(String arguments, String complaint) {
        files.with("before", Runs.passed("a")).with("after", Runs.passed("a")).with("more", Runs.passed("z"));

        int exitCode = compare(arguments.split(" ", -1));

        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(complaint).hasLineCount(1);
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"40", "80", "120"})
    void keepsTheReportWithinTheTerminal(int width) {
        files.with("before", Runs.batch(40, 60)).with("before", Runs.passed("z".repeat(200)));
        files.with("after", Runs.batch(35, 65)).with("after", Runs.failed("z".repeat(200)));

        command().run(List.of("before", "after"), console(false, width));

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= width);
    }

    @Test
    void coloursTheVerdictForAPersonOnly() {
        files.with("before", Runs.batch(10, 40)).with("after", Runs.batch(40, 10));

        command().run(List.of("before", "after"), console(true, 80));

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\u001b[1;32mPASS\u001b[0m  better: 30 fixed");
    }

    private CompareCommand command() {
        return new CompareCommand(files, new StatisticalGate());
    }

    private int compare(String... arguments) {
        return compare(List.of(arguments));
    }

    private int compare(List<String> arguments) {
        out.reset();
        err.reset();
        return command().run(arguments, console(false, 80));
    }

    private Console console(boolean terminal, int width) {
        return new Console(stream(out), stream(err), terminal, width, folder);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }
}
