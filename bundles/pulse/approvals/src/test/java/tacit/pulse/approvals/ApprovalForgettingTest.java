package tacit.pulse.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ApprovalForgettingTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Scope HOME = Scope.ofWorkspace("w1");
    private static final Scope NORA = new Scope("w1", "nora");

    private final Database database;
    private Rig rig;
    private StoredApprovals inbox;
    private ApprovalForgetting forgetting;

    ApprovalForgettingTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        rig = new Rig(database);
        inbox = rig.start();
        forgetting = new ApprovalForgetting(database, rig.clock, rig.bell);
    }

    private Approval asked(String id, String user, String summary, Map<String, String> details) {
        return inbox.ask(new ActionRequest(
                id,
                "p1",
                "w1",
                user,
                "workspace:w1",
                ApprovalType.DISPATCH,
                "dispatch_task",
                summary,
                details,
                "trace-1",
                List.of("signal:1")));
    }

    private Approval now(Approval entry) {
        return inbox.find(entry.id()).orElseThrow();
    }

    @Test
    void takesWordsAndPiecesFromWhatWasAskedAndAnswered() {
        Approval whole = asked("r1", null, "Look into: " + SECRET, Map.of("prompt", SECRET + "!"));
        Approval piece = asked("r2", null, "violet GIRAFFE of mombasa sings before…", Map.of());
        inbox.answer(whole.id(), false, "ada", "No: " + SECRET, null);

        assertThat(forgetting.forget(Scope.ofWorkspace("w2"), List.of(), List.of(SECRET)))
                .isZero();
        assertThat(forgetting.forget(HOME, List.of(), List.of(SECRET))).isEqualTo(4);

        assertThat(now(whole).toString() + now(piece)).doesNotContainIgnoringCase("giraffe");
        assertThat(now(whole).note()).startsWith("No: [deleted sha256:");
        assertThat(now(whole).state()).isEqualTo(Approval.State.DENIED);
        assertThat(now(piece).state()).isEqualTo(Approval.State.PENDING);
        assertThat(forgetting.forget(HOME, List.of("t/s"), List.of())).isZero();
    }

    @Test
    void takesAllOfAUserAndLetsNothingWaitForThem() {
        Approval own = asked("r1", "nora", "Water the plants", Map.of("prompt", "with rain"));
        Approval bens = asked("r2", "ben", "Water the plants", Map.of());
        assertThat(forgetting.heldOf(NORA)).hasValue(1);

        assertThat(forgetting.forgetUser(NORA)).isPositive();

        assertThat(now(own).state()).isEqualTo(Approval.State.EXPIRED);
        assertThat(now(own).answeredBy()).isEqualTo("forgetting");
        assertThat(now(own).request().summary()).startsWith("[deleted sha256:");
        assertThat(now(own).request().details().toString()).doesNotContain("rain");
        assertThat(now(bens)).isEqualTo(bens);
        assertThat(forgetting.forgetUser(NORA)).isZero();
    }

    @Test
    void takesWhatQuotesAUserWithoutNamingThem() {
        Approval quoting = asked("r1", null, "Heartbeat: " + SECRET, Map.of());
        Approval other = asked("r2", null, "Heartbeat: something else", Map.of());

        forgetting.forgetQuotes(HOME, List.of("I say that " + SECRET));

        assertThat(now(quoting).request().summary()).startsWith("[deleted sha256:");
        assertThat(now(other)).isEqualTo(other);
    }

    @Test
    void dropsARuleWhosePatternHoldsTheWords() {
        for (String pattern : List.of("echo giraffe song", "ls")) {
            PermissionRule rule = new PermissionRule(
                    "",
                    PermissionEffect.ALLOW,
                    PermissionRule.Scope.COMMAND_PREFIX,
                    pattern,
                    null,
                    PermissionRule.Source.WORKSPACE_DB);
            database.write(session ->
                    new RuleRows(session).put(new RuleRows.Owner("w1", null), rule, "ada", rig.clock.instant()));
        }

        assertThat(forgetting.forget(HOME, List.of(), List.of("giraffe song"))).isEqualTo(1);

        List<PermissionRule> left = database.read(session -> new RuleRows(session).of("w1", null));
        assertThat(left).extracting(PermissionRule::pattern).containsExactly("ls");
    }

    @Test
    void refersToTheProfileThatWasAskedFor() {
        asked("r1", null, "Something", Map.of());

        assertThat(refers("p1")).isTrue();
        assertThat(refers("p2")).isFalse();
        assertThat(forgetting.name()).isEqualTo("approvals");
    }

    private boolean refers(String profile) {
        return database.write(session -> forgetting.refersTo(session, profile));
    }
}
