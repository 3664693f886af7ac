package tacit.memory.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class FileTextsTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Scope WORKSPACE = Scope.ofDefaultWorkspace();
    private static final Scope NORA = new Scope(Scope.DEFAULT_WORKSPACE, "nora");

    @TempDir
    Path folder;

    private SqlTraceStore traces;
    private FileTexts texts;

    @BeforeEach
    void open(Database database) {
        traces = new SqlTraceStore(database);
        texts = texts(".cowork,research/wiki");
        for (String user : List.of("nora", "ben")) {
            Trace trace = Trace.builder("of-" + user).userId(user).build();
            traces.append(
                    new Scope(Scope.DEFAULT_WORKSPACE, user), List.of(new TraceUpdate(trace, List.of(), List.of())));
        }
    }

    private FileTexts texts(String folders) {
        return texts(FolderFiles.of(folder), folders);
    }

    private FileTexts texts(FolderFiles files, String folders) {
        return new FileTexts(files, traces, Configurations.of(FileTexts.Config.class, Map.of("folders", folders)));
    }

    @Test
    void takesATextOutOfTheFilesOfMemoriesAndNoOthers() throws IOException {
        write(".cowork/RULES.md", "# Rules\n- Be brief\n- " + SECRET + "\n");
        write(".cowork/.history/RULES/1.md", "- giraffe of Mombasa sings before every one\n");
        write("research/wiki/raw/a.md", "He said: " + SECRET + "\r\nMore\r\n");
        write("src/notes.md", SECRET);

        assertThat(texts.forget(WORKSPACE, List.of(), List.of(SECRET))).isEqualTo(3);

        assertThat(read(".cowork/RULES.md"))
                .startsWith("# Rules\n- Be brief\n- [deleted sha256:")
                .doesNotContain("giraffe");
        assertThat(read(".cowork/.history/RULES/1.md"))
                .startsWith("- [deleted sha256:")
                .doesNotContain("giraffe");
        assertThat(read("research/wiki/raw/a.md"))
                .startsWith("He said: [deleted")
                .endsWith("]\r\nMore\r\n");
        assertThat(read("src/notes.md")).isEqualTo(SECRET);
        assertThat(texts.forget(WORKSPACE, List.of(), List.of(SECRET))).isZero();
    }

    @Test
    void keepsTranscriptsReadable() throws IOException {
        String piece = "violet giraffe of Mombasa sings before";
        write(".cowork/memory/transcripts/spans/t1.jsonl", "{\"payload\":\"" + piece + " noon\"}\n{\"seq\":2}\n");
        write(".cowork/memory/transcripts/checkpoints/t1.json", "{\n \"planSummary\": \"" + piece + " noon\"\n}");

        texts.forget(WORKSPACE, List.of(), List.of(SECRET));

        assertThat(read(".cowork/memory/transcripts/spans/t1.jsonl")).isEqualTo("{}\n{\"seq\":2}\n");
        assertThat(read(".cowork/memory/transcripts/checkpoints/t1.json")).isEqualTo("{}\n");
    }

    @Test
    void takesOutWhatTheRunsOfAUserLeft() throws IOException {
        write(".cowork/memory/daily/2026-03-01.md", entry("of-nora", SECRET) + entry("of-ben", "Ben rests"));
        write(
                ".cowork/memory/summaries/2026-03-01.md",
                "## Decisions\n- The violet giraffe of Mombasa sings be…\n- Ben\n");
        write(".cowork/memory/transcripts/spans/of-nora.jsonl", "{\"seq\":1}\n");
        write(".cowork/memory/transcripts/spans/of-ben.jsonl", "{\"seq\":1}\n");
        write(".cowork/RULES.md", "- " + SECRET + "\n");

        assertThat(texts.heldOf(NORA)).hasValue(3);
        assertThat(texts.forgetUser(NORA)).isEqualTo(3);

        assertThat(read(".cowork/memory/daily/2026-03-01.md"))
                .contains("task:of-nora\n\n[deleted sha256:", "task:of-ben", "Ben rests")
                .doesNotContain("giraffe");
        assertThat(read(".cowork/memory/summaries/2026-03-01.md"))
                .startsWith("## Decisions\n- [deleted")
                .endsWith("]\n- Ben\n");
        assertThat(read(".cowork/memory/transcripts/spans/of-nora.jsonl")).isEmpty();
        assertThat(read(".cowork/memory/transcripts/spans/of-ben.jsonl")).isEqualTo("{\"seq\":1}\n");
        assertThat(read(".cowork/RULES.md")).contains("giraffe");
        assertThat(texts.heldOf(NORA)).hasValue(0);
    }

    @Test
    void takesOutOfTheSummaryOfItsDayWhatIsTooShortToBeLookedForElsewhere() throws IOException {
        String url = "https://example.org/" + "giraffe".repeat(40);
        write(
                ".cowork/memory/daily/2026-03-01.md",
                entry("of-nora", "Giraffe\n* Feed  it\n\\# Zebra now\n" + url) + entry("of-ben", "Ben rests"));
        write(
                ".cowork/memory/summaries/2026-03-01.md",
                "---\nentries: 2\n---\n## Summary\n- Giraffe\n- Feed it\n- Zebra now\n- Ben rests\n- Unlike it…\n"
                        + "## Key Findings\n- " + url.substring(0, 239) + "…\n");
        write(".cowork/memory/summaries/2026-03-02.md", "- Giraffe\n");

        texts.forgetUser(NORA);

        assertThat(read(".cowork/memory/summaries/2026-03-01.md"))
                .startsWith("---\nentries: 2\n---\n## Summary\n- [deleted sha256:")
                .contains("\n- Ben rests\n- Unlike it…\n## Key Findings\n- [deleted sha256:")
                .doesNotContainIgnoringCase("giraffe", "Feed", "Zebra");
        assertThat(read(".cowork/memory/summaries/2026-03-02.md")).isEqualTo("- Giraffe\n");
        assertThat(texts.forgetUser(NORA)).isZero();
    }

    @Test
    void knowsARunByTheNameThatTheJournalGaveIt() throws IOException {
        Trace trace = Trace.builder("mail | 7, of Nora").userId("nora").build();
        traces.append(NORA, List.of(new TraceUpdate(trace, List.of(), List.of())));
        write(".cowork/memory/daily/2026-03-01.md", entry("mail_7_of_Nora", SECRET));

        assertThat(texts.forgetUser(NORA)).isEqualTo(1);

        assertThat(read(".cowork/memory/daily/2026-03-01.md")).doesNotContain("giraffe");
    }

    @Test
    void refusesAFileThatCannotBeWrittenBackAsItWas() throws IOException {
        Path file = folder.resolve(".cowork/USER.md");
        Files.createDirectories(file.getParent());
        Files.write(file, (SECRET + "\u00e4").getBytes(StandardCharsets.ISO_8859_1));

        assertThatIllegalStateException()
                .isThrownBy(() -> texts.forget(WORKSPACE, List.of(), List.of(SECRET)))
                .withMessage("Cannot take a text out of file '.cowork/USER.md': it is no whole UTF-8")
                .withMessageNotContaining("giraffe");
    }

    @Test
    void takesATextOutOfAllOthersWhereOneFileCannotBeRead() throws IOException {
        write(".cowork/A.md", "- " + SECRET + "x".repeat(2000));
        write(".cowork/B.md", "- " + SECRET);
        write(".cowork/memory/transcripts/spans/of-nora.jsonl", "{\"seq\":1}\n");
        FileTexts small = texts(new FolderFiles(id -> Optional.of(folder.toString()), 1024), ".cowork");

        assertThat(small.heldOf(NORA)).hasValue(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> small.forget(WORKSPACE, List.of(), List.of(SECRET)))
                .withMessage("Cannot take a text out of file '.cowork/A.md'");

        assertThat(read(".cowork/A.md")).contains("giraffe");
        assertThat(read(".cowork/B.md")).doesNotContain("giraffe");
        assertThat(small.forgetUser(NORA)).isEqualTo(1);
    }

    @Test
    void findsWhatAUserSaidAgainWhenItDidNotEndTheFirstTime() throws IOException {
        Path summary = folder.resolve(".cowork/memory/summaries/2026-03-01.md");
        write(".cowork/memory/daily/2026-03-01.md", entry("of-nora", SECRET));
        Files.createDirectories(summary.getParent());
        Files.write(summary, ("- " + SECRET + "\n\u00e4").getBytes(StandardCharsets.ISO_8859_1));

        assertThatIllegalStateException().isThrownBy(() -> texts.forgetUser(NORA));
        Files.writeString(summary, "- " + SECRET + "\n\u00e4");
        texts.forgetUser(NORA);

        assertThat(Files.readString(summary)).doesNotContain("giraffe");
        assertThat(read(".cowork/memory/daily/2026-03-01.md")).doesNotContain("giraffe");
    }

    @Test
    void looksIntoTheFoldersThatAreSet() throws IOException {
        write(".cowork/RULES.md", SECRET);
        write("vault/a.md", SECRET);

        assertThat(texts("vault").forget(WORKSPACE, List.of(), List.of(SECRET))).isEqualTo(1);

        assertThat(read(".cowork/RULES.md")).isEqualTo(SECRET);
        assertThatIllegalArgumentException().isThrownBy(() -> texts("a,,b")).withMessageContaining("folders must");
    }

    private static String entry(String task, String text) {
        return "## 2026-03-01T09:30:00Z | user | decision | task:" + task + "\n\n" + text + "\n\n";
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }
}
