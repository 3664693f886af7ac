package tacit.memory.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.recall.SearchDocument;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;

class FolderNotesTest {

    private static final String WS = "w";

    @TempDir
    Path folder;

    private FolderNotes notes;

    @BeforeEach
    void open() {
        notes = notes(Map.of());
    }

    private FolderNotes notes(Map<String, ?> settings) {
        return new FolderNotes(FolderFiles.of(folder), Configurations.of(FolderNotes.Config.class, settings));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> paths(FolderNotes notes) {
        return notes.files(WS).stream().map(WorkspaceFiles.Entry::path).toList();
    }

    @Test
    void knowsTheMarkdownFilesOfTheFolder() throws IOException {
        write(".cowork/USER.md", "a");
        write(".cowork/projects/bay/NOTES.MARKDOWN", "b");
        write(".cowork/memory/2026-03-01.md", "c");
        write(".cowork/kit-state.json", "{}");
        write("README.md", "d");

        assertThat(paths(notes))
                .containsExactly(
                        ".cowork/USER.md", ".cowork/memory/2026-03-01.md", ".cowork/projects/bay/NOTES.MARKDOWN");
    }

    @Test
    void keepsToOneRootThatTheOperatorChooses() throws IOException {
        write(".cowork/USER.md", "a");
        write("docs/README.md", "b");
        write("node_modules/x/README.md", "c");

        assertThat(paths(notes(Map.of("root", "")))).containsExactly(".cowork/USER.md", "docs/README.md");
        assertThat(paths(notes(Map.of("root", "docs/")))).containsExactly("docs/README.md");
        assertThat(notes(Map.of("root", "docs")).documents(WS, ".cowork/USER.md"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".cowork/memory/daily/2026-03-01.md",
                ".cowork/.history/USER.md",
                ".cowork/dist/a.md",
                ".cowork/a.txt",
                "elsewhere.md"
            })
    void makesNothingOfWhatIsNoNote(String path) throws IOException {
        write(path, "A copper ferry");

        assertThat(paths(notes)).isEmpty();
        assertThat(notes.documents(WS, path)).isEmpty();
    }

    @Test
    void passesOverFilesThatAreTooLarge() throws IOException {
        write(".cowork/a.md", "x".repeat(1_025));

        assertThat(paths(notes(Map.of("largest", 1_024)))).isEmpty();
        assertThat(notes(Map.of("largest", 1_024)).documents(WS, ".cowork/a.md"))
                .isEmpty();
        assertThat(paths(notes(Map.of("largest", 1_025)))).hasSize(1);
    }

    @Test
    void saysWhereEachPieceStands() throws IOException {
        write(".cowork/bay.md", "# Bay\n\n" + ("The copper ferry leaves at nine. ".repeat(4) + "\n").repeat(9));

        List<SearchDocument> documents = notes.documents(WS, ".cowork/bay.md");

        assertThat(documents).hasSizeGreaterThan(1);
        assertThat(documents.get(0).attributes())
                .containsEntry("path", ".cowork/bay.md")
                .containsEntry("start_line", "1")
                .containsEntry("end_line", "9");
        assertThat(documents).extracting(SearchDocument::position).startsWith(0L, 1L);
        assertThat(documents).allSatisfy(document -> {
            assertThat(document.type()).isEqualTo("workspace_note");
            assertThat(document.workspaceId()).isEqualTo(WS);
            assertThat(document.userId()).isNull();
            assertThat(document.visibility()).isEqualTo(Visibility.PRIVATE);
            assertThat(document.lane()).isEqualTo(TrustLane.FOREIGN);
            assertThat(document.group()).isEqualTo("note:.cowork/bay.md");
        });
    }

    @Test
    void md02ShowsNoSecret() throws IOException {
        String token = "eyJ" + "hbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0In0" + ".c2lnbmF0dXJl";
        String slack = "xox" + "b-1234567890-abcdefghij";
        write(
                ".cowork/keys.md",
                "API_KEY=swordfish123\n\nAuthorization: Bearer " + token + "\n\ntoken: " + slack + "\n\nThe end\n");

        List<SearchDocument> documents = notes.documents(WS, ".cowork/keys.md");

        assertThat(documents).singleElement().satisfies(document -> {
            assertThat(document.text())
                    .contains("[REDACTED", "The end")
                    .doesNotContain("swordfish123", token, "c2lnbmF0dXJl", slack);
            assertThat(document.attributes()).containsEntry("end_line", "7");
        });
    }

    @Test
    void countsLinesBehindASecretOfSeveralLines() throws IOException {
        String key = "-----BEGIN RSA PRIVATE" + " KEY-----\nMIIE\nMIIF\n-----END RSA PRIVATE" + " KEY-----";
        write(".cowork/key.md", "# Key\n" + key + "\n\nThe end\n");

        assertThat(notes.documents(WS, ".cowork/key.md")).singleElement().satisfies(document -> {
            assertThat(document.text()).contains("[REDACTED_PRIVATE_KEY]").doesNotContain("MII");
            assertThat(document.attributes()).containsEntry("end_line", "7");
        });
    }

    @ParameterizedTest
    @CsvSource({
        CuratedMemory.BLOCK_BEGIN + "," + CuratedMemory.BLOCK_END,
        TopicPacks.BLOCK_BEGIN + "," + TopicPacks.BLOCK_END
    })
    void leavesOutWhatTheHostWroteIntoAFile(String begin, String end) throws IOException {
        write(".cowork/USER.md", "# Mine\n" + begin + "\n- a memory\n" + end + "\nalso mine\n");

        assertThat(notes.documents(WS, ".cowork/USER.md")).singleElement().satisfies(document -> {
            assertThat(document.text()).contains("# Mine", "also mine").doesNotContain("memory", "tacit");
            assertThat(document.attributes()).containsEntry("start_line", "1").containsEntry("end_line", "5");
        });
    }

    @Test
    void keepsGroupsWithinTheirBounds() throws IOException {
        write(".cowork/long.md", ("word ".repeat(160) + "\n").repeat(900));

        List<SearchDocument> documents = notes.documents(WS, ".cowork/long.md");

        assertThat(documents).hasSizeGreaterThan(400);
        assertThat(documents.get(399).group()).isEqualTo("note:.cowork/long.md");
        assertThat(documents.get(400).group()).isEqualTo("note:.cowork/long.md#1");
        assertThat(documents).extracting(SearchDocument::id).doesNotHaveDuplicates();
    }

    @Test
    void readsWhatIsNoTextWithoutFailing() throws IOException {
        Path file = folder.resolve(".cowork/latin.md");
        Files.createDirectories(file.getParent());
        Files.write(file, "Der Fährmann\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(notes.documents(WS, ".cowork/latin.md")).hasSize(1);
        assertThat(notes.documents(WS, ".cowork/none.md")).isEmpty();
    }

    @Test
    void hasNothingWithoutAFolder() {
        FolderNotes none = new FolderNotes(
                new FolderFiles(id -> Optional.empty(), 1 << 20),
                Configurations.of(FolderNotes.Config.class, Map.of()));

        assertThat(none.files(WS)).isEmpty();
        assertThat(none.documents(WS, ".cowork/USER.md")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"root, ../other, root", "root, /etc, root", "largest, 1023, largest", "largest, 33554433, largest"})
    void refusesSettingsOutOfBounds(String name, String value, String named) {
        Object typed = name.equals("largest") ? (Object) Integer.valueOf(value) : value;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> notes(Map.of(name, typed)))
                .withMessageStartingWith(named + " must be");
    }
}
