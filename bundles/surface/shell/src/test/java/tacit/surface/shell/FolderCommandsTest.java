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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AuditEntry;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.memory.journal.DailyLogs;
import tacit.memory.kit.FolderKit;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;

/** The commands for the kit and the journal, over real files. */
class FolderCommandsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);
    private final ListAudit audit = new ListAudit();

    @BeforeEach
    void start() throws IOException {
        io.start();
        Files.createDirectories(folder.resolve(".cowork"));
        Files.writeString(folder.resolve(".cowork/RULES.md"), "# Rules\n- Be brief\n");
        FolderFiles files = FolderFiles.of(folder);
        FolderKit kit = new FolderKit(files, Configurations.of(FolderKit.Config.class, Map.of()));
        processor.addCommand("tacit", new KitCommands(kit, files, audit, CLOCK), "kit");
        processor.addCommand("tacit", new JournalCommands(new DailyLogs(files), audit, CLOCK), "journal");
    }

    @AfterEach
    void stop() {
        io.stop();
    }

    @Test
    void showsHowTheKitStandsAndHowFullItIs() {
        assertThat(run("tacit:kit")).as(text(err)).isEqualTo(Command.OK);
        assertThat(text(out)).contains(".cowork/RULES.md", "missing_updated", "files of the kit are missing");
        out.reset();

        assertThat(run("tacit:kit pressure --json")).isEqualTo(Command.OK);
        assertThat(text(out)).contains("\"characters\"");
    }

    @Test
    void writesAFileOfTheKitLineByLineAndKeepsTheOlderOne() throws IOException {
        assertThat(run("tacit:kit write RULES.md '# Rules' '- Be kind'"))
                .as(text(err))
                .isEqualTo(Command.OK);

        assertThat(folder.resolve(".cowork/RULES.md")).hasContent("# Rules\n- Be kind\n");
        assertThat(folder.resolve(".cowork/.history")).isNotEmptyDirectory();
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("kit.write");
        assertThat(audit.entries.toString()).doesNotContain("kind");
    }

    @Test
    void notesInTheJournalAndSumsItUp() {
        assertThat(run("tacit:journal add --category decision 'Use Postgres'"))
                .as(text(err))
                .isEqualTo(Command.OK);
        run("tacit:journal");
        run("tacit:journal show 2026-03-01");
        run("tacit:journal summarize 2026-03-01");
        run("tacit:journal summarize 2026-03-01");

        assertThat(text(out))
                .contains("Noted", "2026-03-01", "| user | decision", "Use Postgres", "The summary has more now")
                .contains("Nothing is new");
        run("tacit:journal");
        assertThat(text(out)).contains("0 of the last 7 days have a summary", "1 of the last 7 days have a summary");
        assertThat(folder.resolve(".cowork/memory/summaries/2026-03-01.md"))
                .content()
                .contains("- Use Postgres");
        assertThat(audit.entries.toString()).doesNotContain("Postgres");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:kit burn, 'kit knows status, pressure and write'",
        "tacit:kit write RULES.md, kit write needs a file and its lines",
        "tacit:journal burn, 'journal knows list, show, add and summarize'",
        "tacit:journal show, journal show needs a day",
        "tacit:journal show 2020-01-01, Nothing is noted",
        "tacit:journal add, journal add needs a text",
        "tacit:journal add --category odd x, Value must be one of"
    })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThat(run(line)).isEqualTo(Command.FAILED);
        assertThat(text(err)).contains(reason);
        assertThat(audit.entries).isEmpty();
    }

    private int run(String line) {
        Console console = new Console(print(out), print(err), false, 200, Path.of(""));
        return new ShellCommand(processor).run(List.of(line), console);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
