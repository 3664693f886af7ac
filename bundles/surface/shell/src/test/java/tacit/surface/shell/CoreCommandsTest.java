package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditEntry;
import tacit.api.command.Command;
import tacit.api.pulse.CoreStage;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.profiles.SqlCoreSwitches;
import tacit.pulse.profiles.StoredTwins;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;

/** The commands for the switches of the core and for twins, over a real store. */
@EachDatabase
class CoreCommandsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private final ListAudit audit = new ListAudit();
    private final ShellLines shell = new ShellLines();
    private SqlCoreSwitches switches;
    private StoredTwins twins;

    @BeforeEach
    void start(Database database) {
        switches = new SqlCoreSwitches(database, audit, new PatternRedactor(), CLOCK);
        twins = new StoredTwins(
                database,
                audit,
                CLOCK,
                Configurations.of(StoredTwins.Config.class, Map.of("data_directory", data.toString())));
        shell.with(new CoreCommands(switches), "core").with(new TwinCommands(twins), "twins");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    private String run(String line) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
        return shell.out();
    }

    private void refused(String line) {
        assertThat(shell.run(line)).as(line).isNotEqualTo(Command.OK);
        assertThat(shell.err()).isNotEmpty();
    }

    @Test
    void listsStagesAndTurnsThem() {
        assertThat(run("tacit:core").lines().filter(line -> line.contains(" on ")))
                .hasSize(CoreStage.values().length);

        String off = run("tacit:core off dispatch --reason 'too much'");

        assertThat(off).contains("The stage was switched off by operator: too much");
        assertThat(switches.on(CoreStage.DISPATCH)).isFalse();
        run("tacit:core off all");
        assertThat(switches.on(CoreStage.TRIGGERS)).isFalse();
        run("tacit:core on all");
        run("tacit:core on dispatch");
        assertThat(switches.on(CoreStage.DISPATCH)).isTrue();
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("core.off", "core.off", "core.on", "core.on");
    }

    @Test
    void warnsOfAStageThatProducesNothingAndSaysWhy() {
        IntStream.range(0, 25)
                .forEach(i -> switches.ran(CoreStage.HEARTBEAT, 0, List.of("signal " + i + ": below .72")));
        switches.ran(CoreStage.REFLECTION, 2, List.of());

        assertThat(run("tacit:core"))
                .contains("heartbeat has produced nothing in 25 runs: tacit:core why heartbeat")
                .contains("produces nothing");
        assertThat(run("tacit:core why heartbeat"))
                .contains("signal 24: below .72")
                .doesNotContain("signal 4:");
        assertThat(run("tacit:core --json")).contains("\"dry runs\":25", "\"products\":2");
        assertThat(run("tacit:core why dreaming")).contains("Nothing found");
    }

    @Test
    void listsActivatesAndEndsTwins() {
        assertThat(run("tacit:twins")).contains("code-reviewer", "engineering");
        assertThat(run("tacit:twins show code-reviewer")).contains("capabilities", "You review changes to code");
        assertThat(run("tacit:twins activate code-reviewer")).contains("twin-code-reviewer");
        assertThat(run("tacit:twins active")).contains("twin-code-reviewer", "1.0.0");
        assertThat(run("tacit:twins active --workspace other")).contains("Nothing found");
        assertThat(run("tacit:twins end twin-code-reviewer")).contains("Ended");
        assertThat(run("tacit:twins end twin-code-reviewer")).contains("Nothing ended");
        assertThat(twins.active("default")).isEmpty();
    }

    @Test
    void tablesFit80Columns() {
        twins.activate("default", "code-reviewer", "ann");
        switches.turn(CoreStage.DISPATCH, false, "somebody-with-a-long-name", "a long reason that nobody will read");

        for (String line : List.of("tacit:core", "tacit:twins", "tacit:twins active")) {
            assertThat(shell.run(line, 80)).isEqualTo(Command.OK);
            assertThat(shell.out().lines())
                    .allSatisfy(shown -> assertThat(shown).hasSizeLessThanOrEqualTo(80));
        }
        assertThat(shell.out()).contains("twin-code-reviewer");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refused("tacit:core paint");
        refused("tacit:core off");
        refused("tacit:core off sleep");
        refused("tacit:core on dispatch heartbeat");
        refused("tacit:core why");
        refused("tacit:core why all");
        refused("tacit:twins paint");
        refused("tacit:twins show");
        refused("tacit:twins show magician");
        refused("tacit:twins activate magician");
        refused("tacit:twins end");

        assertThat(audit.entries).isEmpty();
    }
}
