package tacit.runtime.itest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example agent in a process of its own, before a running host and without one. */
class RecordsAgentIT {

    private static final String TASK = "/v1/traces?taskKey=records-agent/column-1";

    @TempDir
    Path data;

    @Test
    void aMemoryThatIsStoredChangesWhatTheNextRunDoes() throws Exception {
        try (Tacit host = Tacit.up(data)) {
            Api api = new Api(data);
            String token = api.token("records", "--role agent");
            assertThat(agent(api, token, "first")).contains("as session first").doesNotContain("No context");
            String before = api.get(TASK, api.operator()).body();
            assertThat(before).contains("\"failure\"").doesNotContain("\"success\"");

            String memory = remember(api, token, first("\"id\":\"([0-9a-f]{32})\"", before));
            assertThat(agent(api, token, "second")).contains("Tacit had something to say for");

            String after = api.get(TASK + "&outcome=success", api.operator()).body();
            assertThat(after).contains("\"total\":1", "\"sessionId\":\"second\"", "\"harnessGeneration\"");
            String run = api.get("/v1/traces/" + first("\"id\":\"([0-9a-f]{32})\"", after), api.operator())
                    .body();
            assertThat(run)
                    .containsPattern("\"tacit\\.memory\\.shown\":\\[[^]]*\"" + memory + "\"")
                    .containsPattern("\"tacit\\.memory\\.used\":\\[[^]]*\"" + memory + "\"")
                    .contains("BORN_ON");
            assertThat(host.terminate()).isZero();
        }
    }

    @Test
    void itWorksWithoutTacitAndSaysSo() throws Exception {
        String output = run(List.of("--api", "http://127.0.0.1:1", "--otlp", "http://127.0.0.1:1"));

        assertThat(output)
                .containsPattern("Solved \\d+ of 54 tasks")
                .contains(
                        "Tacit had nothing to say", "No context: Tacit is not there, at http://127.0.0.1:1/v1/context");
    }

    private static String remember(Api api, String token, String trace) throws Exception {
        String entry = "{\"taskId\":\"" + trace + "\",\"arguments\":{\"action\":\"add\",\"target\":\"workspace\","
                + "\"content\":\"The table PATIENT keeps the day of birth as BORN_ON.\"}}";
        String answer = api.post("/v1/memory/tools/memory_curate", token, entry).body();
        assertThat(answer).contains("\"status\":\"done\"");
        return first("\"id\":\"([^\"]+)\"", answer);
    }

    private static String agent(Api api, String token, String session) throws Exception {
        return run(List.of("--session", session, "--api", api.address(), "--otlp", api.otlp(), "--token", token));
    }

    private static String run(List<String> options) throws Exception {
        Path folder = Tacit.root().resolve("examples/records-agent/target");
        String classes = folder.resolve("classes") + ":" + folder.resolve("lib") + "/*";
        List<String> command = new ArrayList<>(Arrays.asList(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                "tacit.examples.records.Main"));
        command.addAll(options);
        Process agent = new ProcessBuilder(command).redirectErrorStream(true).start();
        agent.getOutputStream().close();
        String output = new String(agent.getInputStream().readAllBytes(), UTF_8);
        assertThat(agent.waitFor()).as(output).isZero();
        return output;
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
