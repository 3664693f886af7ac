package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.learn.evals.replay.Samples.NOW;
import static tacit.learn.evals.replay.Samples.SCOPE;
import static tacit.learn.evals.replay.Samples.check;
import static tacit.learn.evals.replay.Samples.decision;
import static tacit.learn.evals.replay.Samples.draft;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.harness.InnerCall;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayCases.Draft;
import tacit.api.learn.ReplayRun;
import tacit.api.learn.ReplayRun.Arm;
import tacit.api.learn.ReplayRun.Outcome;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.evals.replay.Samples.ListDecisions;
import tacit.learn.evals.replay.Samples.NumberedHarness;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class ReplayTextsTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Scope NORA = new Scope("default", "nora");
    private static final PageRequest ALL = PageRequest.first(10);

    private final ListDecisions log = new ListDecisions();
    private SqlReplayCases cases;
    private SqlTraceStore traces;
    private ReplayTexts texts;

    @BeforeEach
    void open(Database database) {
        cases = Samples.cases(database, log, new NumberedHarness(), new ListAuditLog(), new MovingClock(), Map.of());
        traces = new SqlTraceStore(database);
        texts = new ReplayTexts(database, traces);
    }

    private ReplayCase made(String id, String inputs, InnerCall... inner) {
        log.with(decision(id, inputs, NOW, inner));
        return cases.add(SCOPE, draft(id));
    }

    private void failed(ReplayCase replayCase, String reason) {
        cases.record(
                SCOPE,
                List.of(new ReplayRun(
                        replayCase.id(), "e1", Arm.BASELINE, Outcome.FAILED, reason, Duration.ZERO, NOW)));
    }

    private long left(Database database, String table) {
        return database.read(session -> session.selectOne("SELECT COUNT(*) AS n FROM " + table, row -> row.number("n"))
                .orElseThrow());
    }

    @Test
    void deletesCasesWhoseQuestionHoldsATextWithAllThatIsKeptOfThem(Database database) {
        ReplayCase plain = made("d1", "[\"Says: " + SECRET + "\"]");
        ReplayCase piece = made("d2", "[\"> VIOLET giraffe of Mombasa sings before\"]");
        ReplayCase apart = made("d3", "[{\"befor\":1,\"breakfast\":2,\"giraff\":3,\"mombasa\":4,\"violet\":5}]");
        InnerCall asked = new InnerCall("x", "y()", "[]", "{\"t\":\"{\\\"q\\\":\\\"" + SECRET + "\\\"}\"}");
        ReplayCase inside = made("d4", "[]", asked);
        ReplayCase other = made("d5", "[\"a giraffe\"]");
        failed(plain, "Check 1 failed");
        cases.review(SCOPE, plain.id(), State.RETIRED, "ann", "old");

        assertThat(texts.forget(SCOPE, List.of(), List.of(SECRET))).isEqualTo(4);

        assertThat(List.of(plain, piece, apart, inside))
                .allSatisfy(gone -> assertThat(cases.find(SCOPE, gone.id())).isEmpty());
        assertThat(cases.find(SCOPE, other.id())).contains(other);
        assertThat(left(database, "replay_runs")).isZero();
        assertThat(left(database, "replay_reviews")).isZero();
        assertThat(left(database, "replay_questions")).isEqualTo(1);
        assertThat(texts.forget(SCOPE, List.of(), List.of(SECRET))).isZero();
    }

    @Test
    void deletesCasesWhoseChecksHoldAText() {
        log.with(decision("d1"));
        ReplayCase made = cases.add(SCOPE, draft("d1", check(Kind.OMITS, "/a", "likes \"green\" tea")));
        ReplayCase json = cases.add(SCOPE, draft("d1", check(Kind.EQUALS, "/a", "\"likes \\\"green\\\" tea\"")));

        assertThat(texts.forget(SCOPE, List.of(), List.of("likes \"green\" tea")))
                .isEqualTo(2);

        assertThat(cases.find(SCOPE, made.id())).isEmpty();
        assertThat(cases.find(SCOPE, json.id())).isEmpty();
    }

    @Test
    void putsTombstonesIntoTitlesAndReasons() {
        log.with(decision("d1"));
        Draft titled =
                new Draft("d1", "No " + SECRET, List.of(Samples.ALLOWS), Origin.OPERATOR, "d1", "ann", false, null);
        ReplayCase made = cases.add(SCOPE, titled);
        failed(made, "Check 1: there stands \"" + SECRET + "\"");
        failed(made, "Check 1: there stands \"violet giraffe of Mombasa sings before…");
        cases.review(SCOPE, made.id(), State.QUARANTINED, "ann", "says " + SECRET);

        assertThat(texts.forget(SCOPE, List.of(), List.of(SECRET))).isEqualTo(4);

        ReplayCase left = cases.find(SCOPE, made.id()).orElseThrow();
        assertThat(left.title()).startsWith("No [deleted sha256:").doesNotContain("giraffe");
        assertThat(left.situation()).isEqualTo(made.situation());
        assertThat(cases.runs(SCOPE, made.id(), ALL).rows())
                .extracting(ReplayRun::reason)
                .allSatisfy(reason ->
                        assertThat(reason).contains("[deleted sha256:").doesNotContain("giraffe"));
        assertThat(cases.reviews(SCOPE, made.id()).get(0).reason())
                .contains("[deleted sha256:")
                .doesNotContain("giraffe");
    }

    @Test
    void reachesQuestionsInEveryWorkspaceAndTitlesInOne() {
        Scope other = Scope.ofWorkspace("other");
        log.with(decision("d1", "[\"" + SECRET + "\"]", NOW), decision("d2"));
        cases.add(other, draft("d1"));
        Draft titled =
                new Draft("d2", "No " + SECRET, List.of(Samples.ALLOWS), Origin.OPERATOR, "d2", "ann", false, null);
        cases.add(other, titled);

        assertThat(texts.forget(SCOPE, List.of(), List.of(SECRET))).isEqualTo(1);

        assertThat(cases.list(other, "", ALL).rows())
                .extracting(ReplayCase::title)
                .containsExactly("No " + SECRET);
    }

    @Test
    void deletesCasesThatNameAUserOrOneOfTheirRuns() {
        ReplayCase user = made("d1", "[{\"userId\":\"nora\"}]");
        ReplayCase run = made("d2", "[\"{\\\"trace\\\":\\\"t1\\\"}\"]");
        ReplayCase said = made("d3", "[\"no giraffe sings here\"]");
        ReplayCase other = made("d4", "[{\"trace\":\"t11\",\"userId\":\"noras\"}]");
        Span span = Span.builder("s1", "chat", "chat")
                .statusMessage("No giraffe sings here")
                .build();
        traces.append(
                NORA, List.of(new TraceUpdate(Trace.builder("t1").userId("nora").build(), List.of(span), List.of())));

        assertThat(texts.forgetUser(NORA)).isEqualTo(3);

        assertThat(List.of(user, run, said))
                .allSatisfy(gone -> assertThat(cases.find(SCOPE, gone.id())).isEmpty());
        assertThat(cases.find(SCOPE, other.id())).contains(other);
    }

    @Test
    void namesNoForgottenUserAsOwner() {
        log.with(decision("d1"));
        Draft owned = new Draft("d1", "", List.of(Samples.ALLOWS), Origin.CLUSTER, "c1", "nora", false, null);
        ReplayCase made = cases.add(SCOPE, owned);

        assertThat(texts.forgetUser(NORA)).isEqualTo(1);

        assertThat(cases.find(SCOPE, made.id()).orElseThrow().owner()).startsWith("[deleted sha256:");
    }

    @Test
    void takesQuotesBackByTheirPieces() {
        ReplayCase quotes = made("d1", "[\"violet giraffe of Mombasa sings before\"]");
        ReplayCase word = made("d2", "[\"Käse\"]");
        failed(word, "there stands \"violet giraffe of Mombasa sings before\"");

        assertThat(texts.forgetQuotes(SCOPE, List.of(SECRET, "Käse"))).isEqualTo(2);

        assertThat(cases.find(SCOPE, quotes.id())).isEmpty();
        assertThat(cases.find(SCOPE, word.id())).contains(word);
    }

    @Test
    void doesNothingWithoutATextAndComesAfterTheDecisions() {
        made("d1", "[\"x\"]");

        assertThat(texts.forget(SCOPE, List.of("t1/s1"), List.of())).isZero();
        assertThat(texts.heldOf(NORA)).isEmpty();
        assertThat(texts.name()).isGreaterThan("decisions");
    }
}
