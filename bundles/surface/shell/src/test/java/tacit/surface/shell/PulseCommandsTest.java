package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.command.Command;
import tacit.runtime.testkit.ListProfiles;

class PulseCommandsTest {

    private final ShellLines shell = new ShellLines();
    private final FakePulseDesk desk = new FakePulseDesk();

    @BeforeEach
    void start() {
        PulseCommands pulses = new PulseCommands(desk, ListProfiles.of("profile-1", "writer", "home"));
        ProactiveCommands times = new ProactiveCommands(desk, ListProfiles.of("profile-1", "writer", "home"));
        shell.with(pulses, "pulse")
                .with(pulses, "dispatches")
                .with(times, "proactive")
                .with(times, "schedules");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    @Test
    void pulsesAProfile() {
        assertThat(shell.run("tacit:pulse profile-1")).isEqualTo(Command.OK);

        assertThat(desk.done).containsExactly("pulse profile-1 operator");
        assertThat(shell.out()).contains("dispatch_task", "strong_signal", "1, told 3 times");
    }

    @Test
    void explainsRuleByRule() {
        shell.run("tacit:pulse --explain writer");

        assertThat(desk.done).containsExactly("explain profile-1 false");
        assertThat(shell.out()).contains("cooldown: passed, none", "strong_signal: held");
    }

    @Test
    void listsDispatches() {
        shell.run("tacit:dispatches");
        assertThat(shell.out()).contains("d1a2b3c4d5e6f7a8b9c0d1e2f", "profile-1", "running", "The build");

        shell.run("tacit:dispatches --state failed");
        assertThat(shell.out()).contains("Nothing found");
    }

    @Test
    void showsAndCancelsOne() {
        shell.run("tacit:dispatches show d1");
        assertThat(shell.out()).contains("heartbeat:p0", "a1", "s1");

        shell.run("tacit:dispatches cancel d1 not now");
        assertThat(desk.done).containsExactly("cancel d1 not now");
        assertThat(shell.run("tacit:dispatches show d2")).isEqualTo(Command.FAILED);
        assertThat(shell.err()).contains("Cannot show dispatch 'd2': no such dispatch");
        assertThat(shell.run("tacit:dispatches show")).isEqualTo(Command.FAILED);
    }

    @Test
    void keepsAndRemovesProactiveTasks() {
        shell.run("tacit:proactive --every 60 --mode cron_handoff profile-1 keep report 'Write the report'");
        assertThat(shell.out()).contains("report", "60 min", "cron_handoff", "Write the report");

        shell.run("tacit:proactive profile-1 remove report");
        assertThat(desk.tasks).isEmpty();
        assertThat(shell.run("tacit:proactive profile-1 remove report")).isEqualTo(Command.FAILED);
        assertThat(shell.run("tacit:proactive --every 0 profile-1 keep report x"))
                .isEqualTo(Command.FAILED);
    }

    @Test
    void listsAndEndsSchedules() {
        shell.run("tacit:schedules");
        assertThat(shell.out()).contains("h1", "37 14 * * *");

        assertThat(shell.run("tacit:schedules remove h2")).isEqualTo(Command.FAILED);
        shell.run("tacit:schedules remove h1");
        assertThat(shell.out()).contains("Nothing found");
    }
}
