package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.evals.replay.Samples.ALLOWS;
import static tacit.learn.evals.replay.Samples.NOW;
import static tacit.learn.evals.replay.Samples.SCOPE;
import static tacit.learn.evals.replay.Samples.check;
import static tacit.learn.evals.replay.Samples.decision;
import static tacit.learn.evals.replay.Samples.draft;
import static tacit.learn.evals.replay.Samples.titled;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Decision;
import tacit.api.harness.InnerCall;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayCases.Draft;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.TextTombstones;
import tacit.learn.evals.replay.Samples.ListDecisions;
import tacit.learn.evals.replay.Samples.NumberedHarness;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class SqlReplayCasesTest {

    private final ListDecisions log = new ListDecisions();
    private final MovingClock clock = new MovingClock();
    private SqlReplayCases cases;

    @BeforeEach
    void open(Database database) {
        cases = open(database, Map.of());
    }

    private SqlReplayCases open(Database database, Map<String, ?> settings) {
        return Samples.cases(database, log, new NumberedHarness(), new ListAuditLog(), clock, settings);
    }

    @Test
    void keepsTheWholeSituationWithTheCase() {
        InnerCall inner =
                new InnerCall("tacit.api.trace.TraceStore", "find(Scope,String)", "[\"t1\"]", "{\"x\":\"ä\"}");
        Decision asked = decision("d1", "[{\"tool\":\"pay\"},null]", NOW, inner);
        log.with(asked);
        AnswerCheck second = check(Kind.RANKS_WITHIN, "/a~1b", "x \"y\"", "3");

        ReplayCase made = cases.add(SCOPE, draft("d1", ALLOWS, second));
        log.forgetAll();

        assertThat(cases.find(SCOPE, made.id())).contains(made);
        assertThat(made.situation()).isEqualTo(asked.situation());
        assertThat(made.checks()).containsExactly(ALLOWS, second);
        assertThat(made.title()).isEqualTo("guard decide(String)");
        assertThat(made.state()).isEqualTo(State.ACTIVE);
        assertThat(made.generation()).isEqualTo(3);
        assertThat(made.providerSha256()).isEqualTo(asked.providerSha256());
        assertThat(made.createdAt()).isEqualTo(clock.instant());
    }

    @Test
    void makesTheSameDecisionWithTheSameChecksOnce() {
        log.with(decision("d1"), decision("d2"));
        AnswerCheck other = check(Kind.OMITS, "", "x");
        ReplayCase first = cases.add(SCOPE, draft("d1", ALLOWS, other));

        assertThat(cases.add(SCOPE, draft("d1", other, ALLOWS))).isEqualTo(first);
        assertThat(cases.add(SCOPE, draft("d1", ALLOWS)).id()).isNotEqualTo(first.id());
        assertThat(cases.add(SCOPE, draft("d2", ALLOWS, other)).id()).isNotEqualTo(first.id());
        assertThat(cases.list(SCOPE, "", PageRequest.first(10)).total()).isEqualTo(3);
    }

    @Test
    void givesTheSameCaseTheSameIdInEveryDatabaseAndAnotherInEveryWorkspace(Database database) {
        log.with(decision("d1"));
        String id = cases.add(SCOPE, draft("d1")).id();

        assertThat(open(database, Map.of()).add(SCOPE, draft("d1")).id()).isEqualTo(id);
        assertThat(id).isEqualTo(CaseKeys.id("default", decision("d1").situation(), List.of(ALLOWS)));
        assertThat(cases.add(Scope.ofWorkspace("other"), draft("d1")).id()).isNotEqualTo(id);
    }

    @Test
    void refusesADecisionThatCannotBeAskedAgain() {
        Decision cut = decision("d3", "[\"" + TextTombstones.instead("some text") + "\"]", NOW);
        InnerCall inner = new InnerCall("x", "y()", "[]", "\"" + TextTombstones.instead("some text") + "\"");
        log.with(decision("d1", decision("d1").situation(), 1), cut, decision("d4", "[]", NOW, inner));
        log.with(decision("d5", decision("d5").situation(), 2));

        assertThatThrownBy(() -> cases.add(SCOPE, draft("d1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a secret was taken out of it");
        assertThatThrownBy(() -> cases.add(SCOPE, draft("d5"))).hasMessageContaining("2 secrets were");
        assertThatThrownBy(() -> cases.add(SCOPE, draft("d2"))).hasMessageContaining("no such decision");
        assertThatThrownBy(() -> cases.add(SCOPE, draft("d3"))).hasMessageContaining("a text was deleted in it");
        assertThatThrownBy(() -> cases.add(SCOPE, draft("d4"))).hasMessageContaining("a text was deleted in it");
        assertThat(cases.list(SCOPE, "", PageRequest.first(10)).rows()).isEmpty();
    }

    @Test
    void refusesChecksThatNobodyCouldJudgeBy() {
        log.with(decision("d1"));

        assertThatThrownBy(() -> cases.add(SCOPE, draft("d1", check(Kind.EQUALS, "/decision", "allow"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("check 1: the value must be JSON");
    }

    @Test
    void refusesOwnersAndSourcesThatAreNone() {
        log.with(decision("d1"));

        for (String wrong : List.of(" ", "x".repeat(201))) {
            Draft owner = new Draft("d1", "", List.of(ALLOWS), Origin.CLUSTER, "c1", wrong, false, null);
            Draft source = new Draft("d1", "", List.of(ALLOWS), Origin.CLUSTER, wrong, "ann", false, null);

            assertThatThrownBy(() -> cases.add(SCOPE, owner)).hasMessageStartingWith("owner must have 1 to 200");
            assertThatThrownBy(() -> cases.add(SCOPE, source)).hasMessageStartingWith("source must have 1 to 200");
        }
    }

    @Test
    void boundsTitlesAndKeepsNoSecretInThem() {
        log.with(decision("d1"));

        ReplayCase made = cases.add(SCOPE, titled("d1", "Key " + Samples.KEY + " " + "é".repeat(500), true));

        assertThat(made.title()).hasSize(200).doesNotContain(Samples.KEY).endsWith("…");
        assertThat(made.protectedCase()).isTrue();
    }

    @Test
    void isSeenOnlyInItsWorkspaceAndNeverByOneUser() {
        log.with(decision("d1"));
        ReplayCase made = cases.add(SCOPE, draft("d1"));
        PageRequest page = PageRequest.first(10);

        for (Scope foreign : List.of(Scope.ofWorkspace("other"), new Scope("default", "ann"))) {
            assertThat(cases.find(foreign, made.id())).isEmpty();
            assertThat(cases.list(foreign, "", page).total()).isZero();
            assertThat(cases.runs(foreign, made.id(), page).total()).isZero();
            assertThat(cases.failing(foreign, made.id())).isEmpty();
            assertThat(cases.reviews(foreign, made.id())).isEmpty();
            assertThatThrownBy(() -> cases.review(foreign, made.id(), State.RETIRED, "ann", "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no such case");
        }
        assertThatThrownBy(() -> cases.add(new Scope("default", "ann"), draft("d1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsByRoleAndPageNewestFirst() {
        log.with(decision("d1"), decision("d2"), decision("d3"));
        List<String> ids = List.of("d1", "d2", "d3").stream()
                .map(id -> cases.add(SCOPE, draft(id)).id())
                .toList();

        assertThat(cases.list(SCOPE, "guard", new PageRequest(1, 1)).rows())
                .extracting(ReplayCase::id)
                .containsExactly(ids.get(1));
        assertThat(cases.list(SCOPE, "", PageRequest.first(2)).rows())
                .extracting(ReplayCase::id)
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(cases.list(SCOPE, "other", PageRequest.first(2)).total()).isZero();
    }

    @Test
    void countsUntilItExpires() {
        log.with(decision("d1"));
        Instant end = clock.instant().plus(Duration.ofDays(2));

        ReplayCase made = cases.add(SCOPE, draft("d1", Origin.CORRECTION, "c1", end));

        assertThat(made.counts(clock.instant())).isTrue();
        clock.pass(Duration.ofDays(2));
        assertThat(made.counts(clock.instant())).isFalse();
        assertThat(cases.find(SCOPE, made.id())).contains(made);
        assertThatThrownBy(
                        () -> cases.add(SCOPE, draft("d1", Origin.CORRECTION, "c1", end, check(Kind.OMITS, "", "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expiresAt must be later than now");
    }

    @Test
    void keepsNoMoreCasesInUseThanItMay(Database database) {
        log.with(decision("d1"), decision("d2"));
        SqlReplayCases few = open(database, Map.of("most", 1));
        ReplayCase first = few.add(SCOPE, draft("d1"));

        assertThatThrownBy(() -> few.add(SCOPE, draft("d2")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has 1 in use");
        assertThat(few.add(SCOPE, draft("d1"))).isEqualTo(first);
        few.review(SCOPE, first.id(), State.RETIRED, "ann", "makes room");
        assertThat(few.add(SCOPE, draft("d2")).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void refusesSettingsThatKeepNothing(Database database) {
        for (String setting : List.of("most", "runs_kept", "failing_runs")) {
            assertThatThrownBy(() -> open(database, Map.of(setting, 0)))
                    .hasMessageContaining(setting.replace('_', '.') + " must be at least 1, got 0");
        }
    }

    @Test
    void w2ACaseIsExecutedAndAChangedAnswerFailsItByName() {
        log.with(decision("d1"));
        ReplayCase made = cases.add(SCOPE, draft("d1", ALLOWS, check(Kind.AT_MOST, "/steps", "2")));

        assertThat(cases.judge(made, "{\"decision\":\"allow\",\"steps\":[1,2]}"))
                .isEmpty();
        assertThat(cases.judge(made, "{\"decision\":\"allow\",\"steps\":[1,2,3]}"))
                .contains("Check 2, at_most /steps 2: it is more, there stands [1,2,3]");
        assertThat(cases.judge(made, "{\"decision\":\"deny\",\"steps\":[]}"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("Check 1, equals /decision"));
    }

    @Test
    void w23TheAnswerThatWasRecordedPlaysNoPart() {
        Decision failed = decision("d1");
        log.with(failed);

        ReplayCase made = cases.add(SCOPE, draft("d1"));

        assertThat(cases.judge(made, failed.output())).isPresent();
        assertThat(cases.judge(made, "{\"decision\":\"allow\"}")).isEmpty();
    }
}
