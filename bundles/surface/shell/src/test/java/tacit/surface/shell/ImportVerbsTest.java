package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ImportVerbsTest {

    private static final String CHATS =
            "[{\"title\":\"Tea\",\"mapping\":{\"a\":{\"message\":{\"author\":{\"role\":\"user\"},"
                    + "\"content\":{\"parts\":[\"I like tea\"]}}}}}]";

    @TempDir
    Path folder;

    private ArchiveShell shell;

    @BeforeEach
    void open(Database database) throws IOException {
        shell = new ArchiveShell(database, folder);
        Files.writeString(folder.resolve("notes.txt"), "[2024-05-01] - Likes tea\n- Has a cat\n");
        Files.writeString(folder.resolve("conversations.json"), CHATS);
        Files.writeString(folder.resolve("blank.txt"), "\uFEFF \n");
        Files.writeString(folder.resolve("half.json"), "[{\"title\":");
        Files.writeString(folder.resolve("other.json"), "{\"diary\":[1]}");
        Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
        Files.createDirectory(folder.resolve("sub"));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void takesAFileInListsItAndTakesItOutAgain() {
        assertThat(shell.run("tacit:memory import notes.txt --provider 'My AI'"))
                .contains("exit 0");
        String id = shell.told("import");
        assertThat(shell.told("read as")).isEqualTo("text");
        assertThat(shell.told("memories")).isEqualTo("2");
        assertThat(shell.told("in prompts")).contains("private");
        assertThat(shell.run("tacit:memory imports")).contains(id, "My AI", "2 entries");
        assertThat(shell.run("tacit:memory imports " + id)).contains("Likes tea", "Has a cat");

        assertThat(shell.run("tacit:memory unimport " + id)).contains("exit 0");

        assertThat(shell.told("removed")).isEqualTo("3");
        assertThat(shell.all()).isEmpty();
        assertThat(shell.acts()).containsExactly("memory.import", "memory.import.delete");
        assertThat(shell.audit.entries.toString()).doesNotContain("tea", "cat");
        assertThat(shell.run("tacit:memory unimport " + id)).contains("Cannot find import '" + id + "'", "exit 3");
    }

    @ParameterizedTest
    @CsvSource({"'',false", "--with-evidence,true"})
    void takesAnImportOutWithItsEvidenceWhereThatIsAskedFor(String option, String withEvidence) {
        shell.run("tacit:memory import notes.txt");
        String id = shell.told("import");

        assertThat(shell.run("tacit:memory unimport " + id + " " + option)).contains("exit 0");

        assertThat(shell.all()).isEmpty();
        assertThat(shell.audit.entries.get(1).details()).containsEntry("with.evidence", withEvidence);
    }

    @Test
    void readsAnExportForAUserWithTheLogAsEvidence() {
        assertThat(shell.run("tacit:memory import --user nora --shared conversations.json"))
                .contains("chatgpt", "nora", "exit 0");

        assertThat(shell.all())
                .hasSize(2)
                .allMatch(memory -> memory.scope().id().equals("nora") && memory.visibility() == Visibility.SHARED);
        assertThat(shell.all())
                .flatExtracting(MemoryRecord::evidence)
                .contains(Evidence.of(Evidence.Kind.STATEMENT, "1"));
        assertThat(shell.audit.entries.get(0).details())
                .containsEntry("workspace", "default")
                .containsEntry("user", "nora")
                .containsEntry("format", "chatgpt");
    }

    @Test
    void takesAnExportForTextWhereThatIsAskedFor() {
        shell.run("tacit:memory import conversations.json --format text");

        assertThat(shell.told("read as")).isEqualTo("text");
        assertThat(shell.all()).anyMatch(memory -> memory.text().contains("\"parts\""));
    }

    @Test
    void keepsAnImportedMemoryFromPromptsAndLetsItInAgain() {
        shell.run("tacit:memory import conversations.json");
        String header = shell.told("import");
        String tea = shell.all().stream()
                .filter(memory -> memory.text().contains("I like tea"))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(shell.run("tacit:memory ignore " + tea)).contains("exit 0");
        assertThat(shell.told("ignored")).isEqualTo("yes");
        assertThat(shell.run("tacit:memory imports --json")).contains("\"ignored\":1");
        assertThat(shell.run("tacit:memory unignore " + tea)).contains("exit 0");
        assertThat(shell.told("ignored")).isEqualTo("no");
        assertThat(shell.run("tacit:memory ignore " + header)).contains("was not imported", "exit 3");
        assertThat(shell.run("tacit:memory ignore none")).contains("Cannot find memory 'none'", "exit 3");

        assertThat(shell.acts()).containsExactly("memory.import", "memory.import.ignore", "memory.import.unignore");
    }

    @ParameterizedTest
    @CsvSource({
        "import, One thing must be named: tacit:memory import FILE",
        "import notes.txt photo.jpg, One thing must be named",
        "import nothing.txt, Cannot find file",
        "import sub, it is no file",
        "import photo.jpg, it is not UTF-8",
        "import blank.txt, it is empty",
        "import notes.txt --format diary, 'Value must be one of text, chatgpt'",
        "import notes.txt --formats text, Known options are",
        "import notes.txt --provider, --provider needs a value",
        "import notes.txt --user nora --everywhere, everywhere must be false",
        "imports none, Cannot find import 'none'",
        "unimport, One thing must be named",
        "ignore, A memory must be named"
    })
    void refusesWhatItDoesNotKnowBeforeTheLogKnowsOfIt(String line, String reason) {
        assertThat(shell.run("tacit:memory " + line)).contains(reason, "exit 3");

        assertThat(shell.all()).isEmpty();
        assertThat(shell.acts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "half.json, got something else at line 1",
        "other.json, must be a list of conversations",
        "notes.txt --format chatgpt, text must be JSON"
    })
    void changesNothingForAnExportThatIsNone(String file, String reason) {
        assertThat(shell.run("tacit:memory import " + file))
                .contains(reason, "exit 3")
                .doesNotContain("diary", "tea");

        assertThat(shell.all()).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.txt").toFile(), "rw")) {
            large.setLength(ImportFile.MOST_BYTES + 1);
        }
        Files.writeString(folder.resolve("long.txt"), "x".repeat(5_000_001));

        assertThat(shell.run("tacit:memory import large.txt")).contains("it has 20000001 bytes", "exit 3");
        assertThat(shell.run("tacit:memory import long.txt")).contains("at most 5000000 characters", "exit 3");
        assertThat(shell.acts()).isEmpty();
    }

    @Test
    void importsNothingIntoAnArchiveThatIsOff() {
        shell.run("tacit:memory settings enabled false");

        assertThat(shell.run("tacit:memory import notes.txt")).contains("the archive of the workspace is off");

        assertThat(shell.all()).isEmpty();
        assertThat(shell.acts()).containsExactly("memory.settings");
    }
}
