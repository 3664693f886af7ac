package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of the real harness that is proved on what was recorded, promoted, and brought back. */
class ExperimentIT {

    private static final String ROLE = "failure-template";
    private static final String SETTING = "tacit.learn.template.MaskingTemplates:longest";
    private static final int LONGEST = 60;

    /** Words that no mask takes for an id, one for each failure. */
    private static final List<String> GOODS = List.of(
            "apples",
            "barley",
            "cheese",
            "dates",
            "eggs",
            "flour",
            "grapes",
            "honey",
            "indigo",
            "juice",
            "kale",
            "lemons",
            "milk",
            "nuts",
            "oats",
            "pears",
            "quinces",
            "rice",
            "salt",
            "tea",
            "umbrellas",
            "vinegar",
            "wheat",
            "yeast");

    @TempDir
    Path data;

    @TempDir
    Path runs;

    @Test
    void provesPromotesAndBringsBack() throws Exception {
        recordEveryDecision();
        String id;
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            Tacit learnt = Tacit.run("learn", failures(), "--data", data);
            assertThat(learnt.exitCode()).as(learnt.output()).isZero();
            List<String> decisions = decisions(api);
            assertThat(decisions).hasSizeGreaterThanOrEqualTo(GOODS.size());
            decisions.forEach(
                    decision -> shell(api, "tacit:eval add " + decision + " --expect 'at-most - " + LONGEST + "'"));

            String proposed = shell(api, "tacit:propose --role " + ROLE + " --by ada " + SETTING + "=" + LONGEST);
            id = first(proposed, "(x[0-9a-z]+-[0-9a-f]{8})");
            assertThat(shell(api, "tacit:experiment --by ben " + id + " promote"))
                    .contains("it is proposed");
            assertThat(shell(api, "tacit:experiment --by ada " + id + " run"))
                    .contains("passed_gate", "PASS: better", "0 broken");
            assertThat(shell(api, "tacit:experiment --by ada " + id + " promote"))
                    .contains("ada proposed it");
            assertThat(shell(api, "tacit:generations"))
                    .as("nothing has changed so far")
                    .contains("* ")
                    .doesNotContain(id);
            assertThat(shell(api, "tacit:experiment --by ben --reason 'it fits' " + id + " promote"))
                    .contains("promoted", "it fits");
            assertThat(shell(api, "tacit:generation 2")).containsPattern("longest +" + LONGEST);
            host.kill();
        }
        try (Tacit again = Tacit.up(data)) {
            Api api = new Api(data);
            assertThat(shell(api, "tacit:experiments --state promoted")).contains(id);
            assertThat(shell(api, "tacit:experiment --by ben --reason 'too short' " + id + " rollback"))
                    .contains("rolled_back", "too short");
            assertThat(shell(api, "tacit:generation 3")).doesNotContain("longest");
            assertThat(shell(api, "tacit:audit --limit 50")).contains("experiment.promote", "experiment.rollback");
            assertThat(data.resolve("experiments").resolve(id)).isDirectoryContaining("glob:**verdict.json");
            assertThat(again.terminate()).isZero();
        }
    }

    @Test
    void refusesWhatBreaksAnAnswerAndWhatChangesNothing() throws Exception {
        recordEveryDecision();
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            assertThat(Tacit.run("learn", failures(), "--data", data).exitCode())
                    .isZero();
            decisions(api)
                    .forEach(decision -> shell(api, "tacit:eval add " + decision + " --expect 'contains - warehouse'"));

            String proposed = shell(api, "tacit:propose --role " + ROLE + " --by ada " + SETTING + "=20");
            String id = first(proposed, "(x[0-9a-z]+-[0-9a-f]{8})");
            assertThat(shell(api, "tacit:experiment --by ben " + id + " run")).contains("failed_gate", "FAIL");
            assertThat(shell(api, "tacit:experiment --by ben " + id + " promote"))
                    .contains("it is failed gate");
            assertThat(shell(api, "tacit:propose --role " + ROLE + " --by ada " + SETTING + "=20"))
                    .contains("tried the same");
            assertThat(shell(api, "tacit:propose --role no-such-role --by ada " + SETTING + "=30"))
                    .contains("Nothing fills role");
            assertThat(host.terminate()).isZero();
        }
    }

    private void recordEveryDecision() throws IOException {
        Path settings = Files.createDirectories(data.resolve("etc"));
        Files.writeString(
                settings.resolve("tacit.runtime.harness.activation.LiveHarness.properties"), "decision.sample=1\n");
    }

    private Path failures() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String goods : GOODS) {
            String message = "The counter of the old part of town has no " + goods
                    + " left and nobody in the far away warehouse answers the bell at the gate";
            lines.append("{\"tacit\":1,\"trace\":{\"id\":\"run-").append(goods).append("\",\"status\":\"completed\"},");
            lines.append("\"spans\":[{\"id\":\"1\",\"operation\":\"execute_tool\",\"name\":\"execute_tool order\",");
            lines.append("\"status\":\"error\",\"errorType\":\"OrderError\",\"statusMessage\":\"")
                    .append(message);
            lines.append("\",\"attributes\":{\"gen_ai.tool.name\":\"order\"}}]}\n");
        }
        return Files.writeString(runs.resolve("failures.jsonl"), lines.toString());
    }

    /** Recorded off the call's thread, so they may come a moment later. */
    private static List<String> decisions(Api api) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int look = 0; look < 100 && ids.size() < GOODS.size(); look++) {
            ids.clear();
            Matcher rows = Pattern.compile("\"id\\W+([0-9a-f]+-[0-9a-f]+)[^}]*warehouse")
                    .matcher(shell(api, "tacit:decisions --json --limit 100 " + ROLE));
            while (rows.find()) {
                ids.add(rows.group(1));
            }
        }
        return ids;
    }

    /** The lines that the shell answers, as a person would see them. */
    private static String shell(Api api, String line) {
        try {
            return api.shell(line).replaceAll("(?m)^\\{\"out\":\"|\\\\n\"\\}$", "");
        } catch (IOException e) {
            throw new AssertionError("no answer to " + line, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted at " + line, e);
        }
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
