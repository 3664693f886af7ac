package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.command.Command;
import tacit.api.pulse.CorePhase;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.CoreTraceStatus;
import tacit.api.pulse.Learning;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.traces.SqlCoreTraces;
import tacit.pulse.traces.SqlLearningsLog;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListProfiles;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class CycleCommandsTest {

    private final ShellLines shell = new ShellLines();

    @BeforeEach
    void start(Database database) {
        MovingClock clock = new MovingClock();
        SqlCoreTraces traces = new SqlCoreTraces(database, new PatternRedactor(), clock);
        SqlLearningsLog learnings = new SqlLearningsLog(database, new PatternRedactor(), clock);
        String id = traces.begin(new CoreTraceDraft(
                        "p1",
                        "default",
                        "agent_role:r1",
                        CoreSurface.HEARTBEAT,
                        CoreTraceKind.PULSE_CYCLE,
                        "run-1",
                        null))
                .id();
        traces.step(id, "a", CorePhase.DECISION, "heartbeat.idle", "nothing to do", Map.of("rule", "nothing"));
        traces.end(id, CoreTraceStatus.COMPLETED, "idle", null);
        learnings.add("p1", "default", Learning.Kind.DREAM, "k1", "It dreamt of tea", id, null);
        CycleCommands commands = new CycleCommands(traces, learnings, ListProfiles.of("p1", "writer", "home"));
        shell.with(commands, "cycles").with(commands, "learnings");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    @Test
    void listsCycles() {
        assertThat(shell.run("tacit:cycles --kind pulse_cycle")).isEqualTo(Command.OK);

        assertThat(shell.out()).contains("heartbeat:run-1", "completed", "idle");
        shell.run("tacit:cycles --status failed");
        assertThat(shell.out()).contains("Nothing found");
    }

    @Test
    void showsOneWithItsSteps() {
        shell.run("tacit:cycles heartbeat:run-1");

        assertThat(shell.out()).contains("agent_role:r1", "heartbeat.idle", "rule=nothing");
        assertThat(shell.run("tacit:cycles heartbeat:none")).isEqualTo(Command.FAILED);
        assertThat(shell.err()).contains("Cannot show cycle 'heartbeat:none': no such cycle");
    }

    @Test
    void listsWhatWasLearnt() {
        shell.run("tacit:learnings p1 --kind dream");
        assertThat(shell.out()).contains("It dreamt of tea");

        assertThat(shell.run("tacit:learnings p2")).isEqualTo(Command.FAILED);
        assertThat(shell.err()).contains("Cannot find profile 'p2'");
        assertThat(shell.run("tacit:learnings p1 p2")).isEqualTo(Command.FAILED);
    }
}
