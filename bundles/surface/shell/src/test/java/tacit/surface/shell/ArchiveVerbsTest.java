package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ArchiveVerbsTest {

    @TempDir
    Path folder;

    private ArchiveShell shell;

    @BeforeEach
    void open(Database database) {
        shell = new ArchiveShell(database, folder);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void showsAndChangesSettings() {
        assertThat(shell.run("tacit:memory settings")).contains("retentionDays", "90", "exit 0");

        shell.run("tacit:memory settings retentionDays 30");
        shell.run("tacit:memory settings privacy strict");
        shell.run("tacit:memory settings compression false");
        shell.run("tacit:memory settings excludedPatterns wage 'sick leave'");

        assertThat(shell.told("retentionDays")).isEqualTo("30");
        assertThat(shell.told("privacy")).isEqualToIgnoringCase("strict");
        assertThat(shell.told("compression")).isEqualTo("false");
        assertThat(shell.told("excludedPatterns")).contains("wage", "sick leave");
        shell.run("tacit:memory settings excludedPatterns ''");
        assertThat(shell.archive.settings("default").excludedPatterns()).isEmpty();
        assertThat(shell.acts()).hasSize(5).containsOnly("memory.settings");
        assertThat(shell.audit.entries.toString()).doesNotContain("wage");
    }

    @ParameterizedTest
    @CsvSource({
        "settings colour red, 'Known settings are enabled, autoCapture'",
        "settings enabled perhaps, enabled must be true or false",
        "settings enabled, One value is needed",
        "settings retentionDays -1, A number must be given",
        "settings retentionDays 36501, 'retentionDays must be in [0, 36500]'",
        "settings maxStorageMb 0, 'maxStorageMb must be in [1, 100000]'",
        "settings privacy odd, 'Value must be one of normal, strict, disabled'",
        "settings excludedPatterns, Patterns are needed",
        "observations burn, 'memory observations knows search, show, timeline'",
        "observations show, A memory must be named",
        "observations suppress none, Cannot find memory 'none'",
        "observations search --colour red, Known options are",
        "observations search --type odd, Value must be one of",
        "observations search --from noon, A time must be like",
        "--recent --limit 201, 'limit must be in [1, 200]'"
    })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThat(shell.run("tacit:memory " + line)).contains(reason, "exit 3");
        assertThat(shell.acts()).isEmpty();
    }

    @Test
    void listsTheNewestAndThoseOfARun() {
        shell.keep("t1", "We use Vite");
        shell.keep("t2", "We use Postgres");

        assertThat(shell.run("tacit:memory --recent")).contains("Vite", "Postgres", "exit 0");
        assertThat(shell.run("tacit:memory list --task t1"))
                .contains("Vite", "exit 0")
                .doesNotContain("Postgres");
        assertThat(shell.run("tacit:memory --task t3")).contains("exit 0").doesNotContain("Vite");
    }

    @Test
    void takesApartWhatIsNotYetWhenAsked() {
        shell.keep("t1", "We use Vite for the shop");

        shell.run("tacit:memory observations backfill");
        assertThat(shell.told("pending")).isEqualTo("1");
        assertThat(shell.acts()).isEmpty();
        shell.run("tacit:memory observations backfill --run");
        assertThat(shell.told("taken apart")).isEqualTo("1");
        shell.run("tacit:memory observations backfill --all");
        assertThat(shell.told("taken apart")).isEqualTo("1");
        shell.run("tacit:memory observations backfill");

        assertThat(shell.told("pending")).isEqualTo("0");
        assertThat(shell.acts()).hasSize(2).containsOnly("memory.observation.backfill");
    }

    @Test
    void looksIntoObservationsAndCorrectsThem() {
        String id = shell.keep("t1", "We use Vite for the shop");
        shell.keep("t1", "We use Postgres for the orders");

        assertThat(shell.run("tacit:memory observations")).contains("Vite", "Postgres", "exit 0");
        assertThat(shell.run("tacit:memory observations search --type error")).doesNotContain("Vite");
        assertThat(shell.run("tacit:memory observations show " + id)).contains("We use Vite for the shop");
        assertThat(shell.told("run")).isEqualTo("t1");
        assertThat(shell.run("tacit:memory observations timeline " + id + " --window 1"))
                .contains("Vite", "Postgres");
        shell.run("tacit:memory observations update " + id
                + " --title 'The build' --fact 'It is Vite' --fact 'Not Webpack' --privacy private");

        assertThat(shell.told("title")).isEqualTo("The build");
        assertThat(shell.told("privacy")).isEqualToIgnoringCase("private");
        assertThat(shell.run("tacit:memory observations show " + id)).contains("It is Vite", "Not Webpack");
        assertThat(shell.run("tacit:memory observations")).doesNotContain("The build");
        assertThat(shell.run("tacit:memory observations search --privacy private"))
                .contains("The build");
        assertThat(shell.acts()).containsExactly("memory.observation.update");
    }

    @Test
    void takesOneOutOfSightAndPutsItBack() {
        String id = shell.keep("t1", "We use Vite for the shop");

        assertThat(shell.run("tacit:memory observations suppress " + id)).contains("yes", "exit 0");
        assertThat(shell.run("tacit:memory --recent")).doesNotContain("Vite");
        assertThat(shell.run("tacit:memory observations search --privacy suppressed"))
                .contains(id);
        shell.run("tacit:memory observations update " + id + " --privacy normal");

        assertThat(shell.run("tacit:memory --recent")).contains("Vite");
        assertThat(shell.acts()).containsExactly("memory.observation.suppress", "memory.observation.update");
    }

    @Test
    void replacesTheWordsOfOneForGood() {
        String id = shell.keep("t1", "We use Vite for the shop");

        assertThat(shell.run("tacit:memory observations redact " + id + " a decision"))
                .contains("exit 0");

        assertThat(shell.all()).singleElement().satisfies(memory -> {
            assertThat(memory.id()).isNotEqualTo(id);
            assertThat(memory.text()).isEqualTo("a decision");
        });
        assertThat(shell.acts()).containsExactly("memory.observation.redact");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "update, Something must be corrected",
                "update more --title x, One thing must be named",
                "update --title '', title must have 1 to 160 characters",
                "update --privacy redacted, privacy must not be REDACTED",
                "redact '', must have 1 to 500 characters",
                "suppress now, One thing must be named"
            })
    void refusesCorrectionsThatAreNone(String verb, String reason) {
        String id = shell.keep("t1", "We use Vite");
        String[] words = verb.split(" ", 2);

        assertThat(shell.run(
                        "tacit:memory observations " + words[0] + " " + id + (words.length > 1 ? " " + words[1] : "")))
                .contains(reason, "exit 3");
        assertThat(shell.acts()).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(shell.run("tacit:memory burn")).contains("memory knows list, show", "import FILE", "exit 3");
    }
}
