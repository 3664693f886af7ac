package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditEntry;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.memory.wiki.FolderVault;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;

class WikiCommandsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ListAudit audit = new ListAudit();
    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);

    @BeforeEach
    void start() {
        io.start();
        FolderVault vault =
                new FolderVault(FolderFiles.of(folder), Configurations.of(FolderVault.Config.class, Map.of()));
        processor.addCommand("tacit", new WikiCommands(vault, audit, CLOCK), "wiki");
    }

    @AfterEach
    void stop() {
        io.stop();
    }

    @Test
    void laysOutAVaultAndSaysWhatIsThere() {
        assertThat(run("tacit:wiki init")).isEqualTo(Command.OK);
        assertThat(run("tacit:wiki init")).isEqualTo(Command.OK);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Made research/wiki/SCHEMA.md")
                .contains("The vault is there already");
    }

    @Test
    void saysWhatIsWrongAndFinds() throws IOException {
        run("tacit:wiki init");
        Files.createDirectories(folder.resolve("research/wiki/concepts"));
        Files.writeString(folder.resolve("research/wiki/concepts/tides.md"), "# Tides\nSee [[moon]].");

        assertThat(run("tacit:wiki health")).isEqualTo(Command.OK);
        assertThat(run("tacit:wiki search moon")).isEqualTo(Command.OK);
        assertThat(run("tacit:wiki refresh")).isEqualTo(Command.OK);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("broken link")
                .contains("1 notes, 0 sources, 0 links")
                .contains("? What should be known about moon")
                .contains("See [[moon]]")
                .contains("The index is new");
    }

    @Test
    void keepsASourceAndWritesANoteOnIt() {
        run("tacit:wiki init");

        assertThat(
                        run(
                                "tacit:wiki --kind paper --origin https://example.org/tides ingest 'On tides' 'The moon pulls.' 'Twice a day.'"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(Command.OK);
        String kept = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("Kept as "))
                .map(line -> line.substring(line.indexOf("raw/")))
                .findFirst()
                .orElseThrow();
        assertThat(run("tacit:wiki --tags sea,moon --sources " + kept
                        + " --status active write concepts/tides.md Tides 'They rise.' 'They fall, see [[moon]].'"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(Command.OK);

        assertThat(folder.resolve("research/wiki").resolve(kept)).content().contains("The moon pulls.\nTwice a day.");
        assertThat(folder.resolve("research/wiki/concepts/tides.md"))
                .content()
                .contains("title: Tides", "They rise.\nThey fall", "active", "sea", kept);
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("wiki.ingest", "wiki.write");
        assertThat(audit.entries.toString()).doesNotContain("moon pulls");
    }

    @Test
    void refusesWhatItDoesNotKnowAndAWorkspaceWithoutAVault() {
        assertThat(run("tacit:wiki burn")).isEqualTo(Command.FAILED);
        assertThat(run("tacit:wiki ingest 'On tides'")).isEqualTo(Command.FAILED);
        assertThat(run("tacit:wiki --kind song ingest 'On tides' 'The moon'")).isEqualTo(Command.FAILED);
        assertThat(run("tacit:wiki write concepts/tides.md Tides")).isEqualTo(Command.FAILED);
        assertThat(run("tacit:wiki refresh")).isEqualTo(Command.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("got 'burn'")
                .contains(
                        "wiki ingest needs a title and lines",
                        "Value must be one of article",
                        "wiki write needs a path")
                .contains("no vault in research/wiki");
    }

    private int run(String line) {
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new ShellCommand(processor).run(List.of(line), new Console(outStream, errStream, false, 200, folder));
    }
}
