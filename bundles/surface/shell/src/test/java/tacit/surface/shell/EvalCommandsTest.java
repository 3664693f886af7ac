package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.command.Command;
import tacit.api.harness.DecisionLog;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayRun;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.evals.replay.SqlReplayCases;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class EvalCommandsTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();

    private final MovingClock clock = new MovingClock();
    private final ShellLines shell = new ShellLines();
    private SqlReplayCases cases;

    @BeforeEach
    void open(Database database) {
        DecisionLog log = FakeHarness.log();
        SqlReplayCases.Config config = Configurations.of(SqlReplayCases.Config.class, Map.of());
        cases = new SqlReplayCases(
                database,
                log,
                new SqlTraceStore(database),
                FakeHarness.harness(),
                new PatternRedactor(),
                new ListAuditLog(),
                clock,
                config);
        shell.with(new EvalCommands(cases, log, clock), "eval");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private ReplayCase only() {
        return cases.list(SCOPE, "", PageRequest.first(10)).rows().get(0);
    }

    private ReplayCase added() {
        assertThat(shell.run("tacit:eval add d1 --expect 'equals /decision \"allow\"'"))
                .as(shell.err())
                .isZero();
        return only();
    }

    @Test
    void makesACaseOfADecisionAndJudgesWhatWasAnswered() {
        String line = "eval add d1 --expect 'equals /decision \"allow\"' --expect 'at-most /steps 3' --protected"
                + " --title 'Lets payments through' --expires 2026-12-31";

        assertThat(shell.run(line)).as(shell.err()).isEqualTo(Command.OK);

        assertThat(shell.out())
                .contains("Lets payments through", "equals /decision \"allow\"", "at-most /steps 3", "operator d1")
                .containsPattern("recorded answer +fails: Check 1");
        assertThat(only().protectedCase()).isTrue();
        assertThat(only().checks()).hasSize(2);
        assertThat(only().expiresAt()).isEqualTo(Instant.parse("2026-12-31T00:00:00Z"));
        assertThat(only().owner()).isEqualTo("operator");
    }

    @Test
    void saysWhenTheRecordedAnswerPasses() {
        shell.run("tacit:eval add d1 --expect 'equals - \"a <n>\"' --json");

        assertThat(shell.out()).contains("\"recorded answer\":\"passes\"", "\"side\":\"older\"");
    }

    @Test
    void listsCasesOfARole() {
        String id = added().id();

        shell.run("tacit:eval list --role failure-template");
        assertThat(shell.out()).contains(id, "failure-template", "active", "older", "not asked");

        shell.run("tacit:eval list --role other");
        assertThat(shell.out()).contains("Nothing found");

        shell.run("tacit:eval --workspace elsewhere");
        assertThat(shell.out()).contains("Nothing found");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 120})
    void fitsItsTableIntoTheTerminal(int width) {
        added();

        shell.run("tacit:eval", width);

        assertThat(shell.out().lines())
                .allMatch(line -> line.length() <= width)
                .anyMatch(line -> line.contains("replay-"));
    }

    @Test
    void showsACaseWithItsRunsAndItsHistory() {
        String id = added().id();
        cases.record(
                SCOPE,
                List.of(new ReplayRun(
                        id,
                        "e1",
                        ReplayRun.Arm.BASELINE,
                        ReplayRun.Outcome.FAILED,
                        "Check 1 says no",
                        Duration.ofNanos(1_500),
                        clock.instant())));
        shell.run("tacit:eval quarantine " + id + " --reason 'looks odd'");

        assertThat(shell.run("tacit:eval show " + id)).as(shell.err()).isEqualTo(Command.OK);

        assertThat(shell.out())
                .contains(
                        "quarantined", "[\"a 7\",null]", "template(String,String)", "fails", "e1", "baseline", "1.5 us")
                .contains("Check 1 says no", "looks odd");
    }

    @ParameterizedTest
    @CsvSource({"retire, RETIRED", "quarantine, QUARANTINED"})
    void saysWhetherACaseCounts(String verb, State state) {
        String id = added().id();

        assertThat(shell.run("tacit:eval " + verb + " " + id + " --reason 'because of x'"))
                .as(shell.err())
                .isEqualTo(Command.OK);

        assertThat(only().state()).isEqualTo(state);
        assertThat(cases.reviews(SCOPE, id)).singleElement().satisfies(review -> {
            assertThat(review.by()).isEqualTo("operator");
            assertThat(review.reason()).isEqualTo("because of x");
        });
    }

    @Test
    void usesACaseAgainThatWasQuarantined() {
        String id = added().id();
        shell.run("tacit:eval quarantine " + id + " --reason x");

        shell.run("tacit:eval use " + id + " --reason 'it was the clock'");

        assertThat(only().state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void showsThatACaseExpired() {
        shell.run("tacit:eval add d1 --expect 'omits - x' --expires 2026-03-02T00:00:00Z");
        clock.pass(Duration.ofDays(2));

        shell.run("tacit:eval");

        assertThat(shell.out()).contains("expired");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "tacit:eval burn x; eval knows list [--role R], show ID, add DECISION",
                "tacit:eval show; One thing must be named",
                "tacit:eval show a b; One thing must be named",
                "tacit:eval show nothing; Cannot find case 'nothing': no such case",
                "tacit:eval list x; eval list takes --role R alone",
                "tacit:eval list --family x; Known options are --role",
                "tacit:eval add d1; A case must have a check",
                "tacit:eval add --expect x; One thing must be named",
                "tacit:eval add d1 --expect nonsense; A check must be",
                "tacit:eval add d9 --expect 'omits - x'; no such decision",
                "tacit:eval add d1 --expect 'omits - x' --expires soon; --expires must be a time",
                "tacit:eval retire nothing --reason x; no such case",
                "tacit:eval retire nothing; A reason must be given",
                "tacit:eval use --reason x; One thing must be named"
            })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        assertThat(shell.run(line)).isEqualTo(Command.FAILED);
        assertThat(shell.err()).contains(reason);
    }
}
