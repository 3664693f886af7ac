package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted is found nowhere: not by a search, not by any API, and not by a look at the bytes of the files. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeletionIT {

    /** Each kind of deletion has words of its own, which stand nowhere else. */
    private static final String OF_A_USER = "The quozzle heron of Vrelmont polishes zyxophones before breakfast";

    private static final List<String> USERS_WORDS = List.of("quozzle", "vrelmont", "zyxophone");
    private static final String ALONE = "A plimbert otter of Kwentashire varnishes ogglepipes after supper";
    private static final List<String> WORDS_ALONE = List.of("plimbert", "kwentashire", "ogglepipe");
    private static final String WITH_EVIDENCE = "My splendoric badger of Drufheim collects wimbleclocks in winter";
    private static final List<String> WORDS_WITH_EVIDENCE = List.of("splendoric", "drufheim", "wimbleclock");

    private static final String IMPORTED = "Once the grumwick lynx of Ostravelle embroiders pindlecaps at noon";
    private static final List<String> IMPORTED_WORDS = List.of("grumwick", "ostravelle", "pindlecap");

    /** What questions are asked with: a question is recorded, and not what was deleted. */
    private static final Map<List<String>, String> ASKED = Map.of(
            USERS_WORDS, "heron breakfast",
            WORDS_ALONE, "otter supper",
            WORDS_WITH_EVIDENCE, "badger winter",
            IMPORTED_WORDS, "lynx noon");

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private static final List<String> LISTS = List.of(
            "/v1/traces",
            "/v1/traces/run-nora-1",
            "/v1/traces/run-cara-1",
            "/v1/failures",
            "/v1/clusters",
            "/v1/evals",
            "/v1/memory/records",
            "/v1/memory/writes",
            "/v1/audit",
            "/v1/context/preview?task=heron+otter+badger");

    @TempDir
    static Path data;

    @TempDir
    static Path workspace;

    @TempDir
    static Path runs;

    private static Tacit host;
    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        Path etc = Files.createDirectories(data.resolve("etc"));
        Files.writeString(etc.resolve("tacit.memory.gate.SqlWriteGate.properties"), "mode=background_only\n");
        host = Tacit.up(data);
        api = new Api(data);
        lay(".cowork/memory/transcripts/spans/run-nora-1.jsonl", line(OF_A_USER));
        lay(".cowork/memory/transcripts/spans/other.jsonl", line(WITH_EVIDENCE));
        lay(
                ".cowork/memory/daily/2026-03-01.md",
                "## 2026-03-01T10:00:00Z | user | feedback\n\n" + WITH_EVIDENCE + "\n");
        lay(
                ".cowork/memory/daily/2026-03-02.md",
                "## 2026-03-02T10:00:00Z | user | decision | task:run-nora-1\n\n" + OF_A_USER + "\n\nZyxophone\n");
        lay(".cowork/memory/summaries/2026-03-02.md", "## Decisions\n- " + OF_A_USER + "\n- Zyxophone\n");
        lay("research/wiki/raw/badger.md", "# Badger\n\n" + WITH_EVIDENCE + "\n");
        lay("research/wiki/notes/badger.md", "# Note\n\n- splendoric badger of Drufheim collects wimbleclocks\n");
        assertThat(shell("tacit:workspace attach default " + workspace.toRealPath()))
                .contains("\"exit\":0");
        learn("nora", OF_A_USER);
        learn("cara", WITH_EVIDENCE);
        remember("nora", "run-nora-1", OF_A_USER);
        remember("ben", "run-ben-1", ALONE);
        remember("cara", "run-cara-1", WITH_EVIDENCE);
        for (String words : ASKED.values()) {
            ask(words);
        }
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void leavesNoByteOfAUserInAnyFileAndNoAnswer() throws Exception {
        assertThat(new Grep(data, workspace).filesWith(USERS_WORDS)).isNotEmpty();
        await(USERS_WORDS, "/v1/traces/run-nora-1", "/v1/failures", "/v1/memory/records", "recall");

        String preview = shell("tacit:memory forget --user nora");
        String done = shell("tacit:memory forget --user nora --yes");

        assertThat(preview).contains("no, --yes does it", "memories/", "evidence/traces", "\"exit\":0");
        assertThat(done).contains("memories ", "copies/curated files", "evidence/failures", "\"exit\":0");
        assertThat(places(USERS_WORDS)).isEmpty();
        assertThat(new Grep(data, workspace).filesWith(USERS_WORDS)).isEmpty();
        assertThat(api.get("/v1/audit", api.operator()).body()).contains("memory.clear", "memory.purge");
    }

    @Test
    void leavesNoByteOfAMemoryThatStandsInNoEvidence() throws Exception {
        assertThat(new Grep(data, workspace).filesWith(WORDS_ALONE)).isNotEmpty();

        for (String id : ids(ALONE)) {
            assertThat(shell("tacit:memory forget " + id)).contains("\"exit\":0");
        }
        assertThat(shell("tacit:memory purge")).contains("\"exit\":0");

        assertThat(places(WORDS_ALONE)).isEmpty();
        assertThat(new Grep(data, workspace).filesWith(WORDS_ALONE)).allMatch(file -> file.startsWith("db/"));
    }

    @Test
    void leavesNoByteOfAMemoryThatIsDeletedWithItsEvidence() throws Exception {
        assertThat(new Grep(data, workspace).filesWith(WORDS_WITH_EVIDENCE))
                .anyMatch(file -> file.startsWith("research/wiki"))
                .anyMatch(file -> file.startsWith(".cowork/memory/daily"));

        for (String id : ids(WITH_EVIDENCE)) {
            assertThat(shell("tacit:memory --with-evidence forget " + id)).contains("\"exit\":");
        }
        assertThat(shell("tacit:memory purge")).contains("\"exit\":0");

        assertThat(places(WORDS_WITH_EVIDENCE)).isEmpty();
        assertThat(new Grep(data, workspace).filesWith(WORDS_WITH_EVIDENCE)).isEmpty();
        assertThat(api.get("/v1/traces/run-cara-1", api.operator()).body()).contains("[deleted sha256:");
    }

    @Test
    void leavesNoByteOfAnImportThatIsTakenOutWithItsEvidence() throws Exception {
        Path file = Files.writeString(runs.resolve("other-assistant.txt"), "- " + IMPORTED + "\n");
        String taken = shell("tacit:memory import --json " + file);
        String id = taken.replaceAll("(?s).*\\\\\"import\\\\\":\\\\\"([^\\\\]+)\\\\\".*", "$1");
        approve(IMPORTED);
        assertThat(ids(IMPORTED)).hasSize(1);
        assertThat(new Grep(data, workspace).filesWith(IMPORTED_WORDS)).isNotEmpty();

        assertThat(shell("tacit:memory unimport " + id + " --with-evidence")).contains("removed", "\"exit\":0");
        assertThat(shell("tacit:memory purge")).contains("\"exit\":0");

        assertThat(places(IMPORTED_WORDS)).isEmpty();
        assertThat(new Grep(data, workspace).filesWith(IMPORTED_WORDS)).isEmpty();
    }

    /** What comes in from another assistant is work of the background, which waits here. */
    private static void approve(String text) throws Exception {
        String waiting = api.get("/v1/memory/writes?status=pending&limit=1000", api.operator())
                .body();
        for (String row : waiting.split("(?=\\{\"id\":\")", -1)) {
            Matcher id = Pattern.compile("\\A\\{\"id\":\"([^\"]+)\"").matcher(row);
            if (id.find() && row.contains(text)) {
                assertThat(api.post("/v1/memory/writes/" + id.group(1) + "/approve", api.operator(), "{}")
                                .body())
                        .contains("applied");
            }
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void keepsOfThemWhatIsEvidenceAlone() throws Exception {
        host.terminate();
        Tables tables = new Tables(data.resolve("db"));

        assertThat(tables.with(USERS_WORDS)).isEmpty();
        assertThat(tables.with(WORDS_WITH_EVIDENCE)).isEmpty();
        assertThat(tables.with(IMPORTED_WORDS)).isEmpty();
        // A sample of decisions is kept: what was chosen for it may hold them, and nothing else.
        assertThat(tables.with(WORDS_ALONE)).isSubsetOf("DECISION_TEXTS");
        assertThat(new Grep(data, workspace).filesWith(USERS_WORDS)).isEmpty();
        assertThat(new Grep(data, workspace).filesWith(WORDS_WITH_EVIDENCE)).isEmpty();
        assertThat(new Grep(data, workspace).filesWith(IMPORTED_WORDS)).isEmpty();
    }

    /** Runs are looked through and indexed in the background, however long that takes. */
    private static void await(List<String> words, String... expected) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!places(words).containsAll(List.of(expected)) && System.nanoTime() < end) {
            Thread.sleep(BETWEEN.toMillis());
        }
        assertThat(places(words)).contains(expected);
    }

    /** Everything that answers with one of the words. */
    private static List<String> places(List<String> words) throws Exception {
        List<String> places = new ArrayList<>();
        for (String path : LISTS) {
            note(places, path, api.get(path, api.operator()).body(), words);
        }
        note(places, "recall", ask(ASKED.get(words)), words);
        return places;
    }

    private static void note(List<String> places, String place, String answer, List<String> words) {
        // What was asked for is repeated in the answer
        String said = answer.replaceAll("\"query\":\"[^\"]*\"", "");
        if (words.stream().anyMatch(said.toLowerCase(Locale.ROOT)::contains)) {
            places.add(place);
        }
    }

    private static String ask(String word) throws Exception {
        return api.post("/v1/recall", api.operator(), "{\"query\":\"" + word + "\"}")
                        .body()
                + api.post("/v1/context", api.operator(), "{\"task\":\"the one\",\"userId\":\"nora\"}")
                        .body();
    }

    private static List<String> ids(String text) throws Exception {
        List<String> ids = new ArrayList<>();
        String answer = api.get("/v1/memory/records?limit=1000", api.operator()).body();
        for (String row : answer.split("(?=\\{\"id\":\"[^\"]+\",\"layer\")", -1)) {
            Matcher id = Pattern.compile("\\A\\{\"id\":\"([^\"]+)\",\"layer\"").matcher(row);
            if (id.find() && row.contains(text)) {
                ids.add(id.group(1));
            }
        }
        assertThat(ids).isNotEmpty();
        return ids;
    }

    /** Two runs of a user that fail in the same way, with what the user said and what the tool answered. */
    private static void learn(String user, String text) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 2; i++) {
            lines.append("{\"tacit\":1,\"trace\":{\"id\":\"run-%s-%d\",\"userId\":\"%s\",\"agent\":\"records\","
                    .formatted(user, i, user));
            lines.append("\"taskKey\":\"task/").append(user).append(i).append("\",\"status\":\"failed\",");
            lines.append("\"startedAt\":\"2026-03-0").append(i).append("T10:00:00Z\"},\"spans\":[");
            lines.append("{\"id\":\"s0\",\"operation\":\"invoke_agent\",\"name\":\"invoke_agent records\",");
            lines.append("\"startedAt\":\"2026-03-0").append(i).append("T10:00:00Z\",\"input\":\"Remember this: ");
            lines.append(text)
                    .append(". Please note it.\",\"output\":\"I noted: ")
                    .append(text)
                    .append("\"},");
            lines.append(
                    "{\"id\":\"s1\",\"parentId\":\"s0\",\"operation\":\"execute_tool\",\"name\":\"execute_tool keep\",");
            lines.append("\"status\":\"error\",\"errorType\":\"KeepError\",\"statusMessage\":\"Cannot keep: ");
            lines.append(text).append("\",\"output\":\"Cannot keep: ").append(text);
            lines.append("\",\"attributes\":{\"gen_ai.tool.name\":\"keep\"}}],");
            lines.append("\"outcomes\":[{\"label\":\"failure\",\"source\":\"user\",\"explanation\":\"No. ");
            lines.append(text).append("\"}]}\n");
        }
        Path file = Files.writeString(runs.resolve(user + ".jsonl"), lines);
        take(file);
    }

    private static void take(Path file) throws Exception {
        assertThat(api.post("/v1/commands/learn", api.operator(), "{\"arguments\":[\"" + file + "\",\"--json\"]}")
                        .body())
                .contains("{\"exit\":0}");
    }

    /** By the tools of the user's agent: an archive memory and a curated entry. */
    private static void remember(String user, String run, String text) throws Exception {
        String token = api.token("agent-" + user, "--role agent --user " + user);
        if (user.equals("ben")) {
            String line = "{\"tacit\":1,\"trace\":{\"id\":\"run-ben-1\",\"userId\":\"ben\",\"agent\":\"records\"}}\n";
            take(Files.writeString(runs.resolve("ben.jsonl"), line));
        }
        for (String call : List.of(
                "memory_save {\"content\":\"" + text + "\"}",
                "memory_curate {\"action\":\"add\",\"target\":\"workspace\",\"content\":\"" + text + "\"}")) {
            String tool = call.substring(0, call.indexOf(' '));
            String body = "{\"arguments\":" + call.substring(call.indexOf(' ')) + ",\"taskId\":\"" + run + "\"}";
            assertThat(api.post("/v1/memory/tools/" + tool, token, body).body())
                    .as(tool)
                    .contains("\"failures\":[]");
        }
    }

    private static String line(String text) {
        return "{\"type\":\"user_message\",\"timestamp\":\"2026-03-01T10:00:00Z\",\"taskId\":\"x\",\"payload\":{\"text\":\""
                + text + "\"}}\n";
    }

    private static void lay(String path, String text) throws IOException {
        Path file = workspace.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String shell(String line) throws Exception {
        return api.shell(line);
    }
}
