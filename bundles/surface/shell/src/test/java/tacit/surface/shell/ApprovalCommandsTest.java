package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.command.Command;
import tacit.runtime.testkit.FakeApprovals;
import tacit.runtime.testkit.ListProfiles;

class ApprovalCommandsTest {

    private final FakeApprovals inbox = new FakeApprovals();
    private final ShellLines shell =
            new ShellLines().with(new ApprovalCommands(inbox, ListProfiles.of("p1", "writer", "home")), "approvals");

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:approvals, list null PENDING null",
        "tacit:approvals --state all, list null null null",
        "tacit:approvals --state denied --workspace w1 --profile writer, list w1 DENIED p1"
    })
    void listsWhatWasJudged(String line, String act) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
        assertThat(inbox.done).containsExactly(act);
        assertThat(shell.out()).contains("ap-1", "pending", "Push it", "mode.accept_edits");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:approvals allow ap-1, allow ap-1 operator null null",
        "tacit:approvals deny ap-1 not today, deny ap-1 operator not today null",
        "tacit:approvals --keep workspace allow ap-1, allow ap-1 operator null workspace",
        "tacit:approvals demote p1 workspace:w1 dispatch_task too many, demote p1 workspace:w1 dispatch_task operator too many",
        "tacit:approvals rules, rules default null",
        "tacit:approvals --profile p1 rules, rules null p1",
        "tacit:approvals forget rule-1, forget rule-1 operator",
        "tacit:approvals --since 2026-03-01T00:00:00Z dry-run autonomy.preset=manual, 'dry-run null 2026-03-01T00:00:00Z {autonomy.preset=manual} 0'"
    })
    void doesWhatAnOperatorSays(String line, String act) {
        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);
        assertThat(inbox.done).containsExactly(act);
    }

    @Test
    void showsOneWithAllThatItSays() {
        shell.run("tacit:approvals show ap-1");

        assertThat(shell.out()).contains("git push", "workspace:w1", "Mode says so", "once");
    }

    @Test
    void showsWhatWasEarnedAndWhatWouldChange() {
        shell.run("tacit:approvals earned p1");
        assertThat(shell.out()).contains("dispatch_task", "told", "0.70", "9 of 9 went well");

        shell.run("tacit:approvals dry-run autonomy.mode=default");
        assertThat(shell.out()).contains("{ask=1}", "{allow=1}", "would say");
    }

    @ParameterizedTest
    @CsvSource({
        "tacit:approvals burn ap-1, approvals [show ID",
        "tacit:approvals allow, approvals [show ID",
        "tacit:approvals allow ap-9, no such entry",
        "tacit:approvals earned nobody, Cannot find profile 'nobody'",
        "tacit:approvals show ap-9, no such entry",
        "tacit:approvals forget rule-9, no such rule",
        "tacit:approvals dry-run manual, KEY=VALUE",
        "tacit:approvals --state soon, Value must be one of"
    })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThat(shell.run(line)).isEqualTo(Command.FAILED);
        assertThat(shell.err()).contains(reason);
    }
}
