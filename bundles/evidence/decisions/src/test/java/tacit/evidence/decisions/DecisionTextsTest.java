package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Decision;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class DecisionTextsTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Scope WORKSPACE = Scope.ofWorkspace("w1");
    private static final Scope NORA = new Scope("w1", "nora");

    @Test
    void putsATombstoneWhereATextStood(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());
        log.offer(Samples.decision(
                "d1", "[\"{\\\"text\\\":\\\"likes \\\\\\\"green\\\\\\\" tea\\\"}\"]", "\"K\\u00e4se\""));
        log.offer(Samples.decision("d2", "[\"other\"]", "null"));
        log.close();

        int changed = new DecisionTexts(database, log, new SqlTraceStore(database))
                .forget(Scope.ofWorkspace("w1"), List.of(), List.of("likes \"green\" tea", "Käse"));

        Decision decision = log.find("d1").orElseThrow();
        assertThat(changed).isEqualTo(1);
        assertThat(decision.situation().inputs()).contains("[deleted sha256:").doesNotContain("green");
        assertThat(decision.output()).startsWith("\"[deleted sha256:");
    }

    @Test
    void removesDecisionsThatNameTheUser(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());
        log.offer(Samples.decision("d1", "[{\"userId\":\"u1\"}]", "null"));
        log.offer(Samples.decision("d2", "[{\"userId\":\"u2\"}]", "null"));
        log.close();

        assertThat(new DecisionTexts(database, log, new SqlTraceStore(database)).forgetUser(new Scope("w1", "u1")))
                .isEqualTo(1);

        assertThat(log.find("d1")).isEmpty();
        assertThat(log.find("d2")).isPresent();
    }

    @Test
    void removesDecisionsThatHoldAPieceOfAText(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());
        log.offer(Samples.decision("d1", "[\"> violet giraffe of Mombasa sings\\n> before\"]", "null"));
        log.offer(Samples.decision("d2", "[\"giraffe\"]", "null"));
        log.close();

        assertThat(texts(database, log).forget(WORKSPACE, List.of(), List.of(SECRET)))
                .isEqualTo(1);

        assertThat(log.find("d1")).isEmpty();
        assertThat(log.find("d2")).isPresent();
    }

    @Test
    void removesDecisionsThatHoldTheWordsOfATextTakenApart(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());
        log.offer(Samples.decision(
                "d1", "[\"" + SECRET + "\"]", "{\"befor\":1,\"breakfast\":2,\"giraff\":3,\"mombasa\":4,\"violet\":5}"));
        log.offer(Samples.decision("d2", "[\"giraffe before breakfast\"]", "null"));
        log.close();

        assertThat(texts(database, log).forget(WORKSPACE, List.of(), List.of(SECRET, "Likes tea")))
                .isEqualTo(1);

        assertThat(log.find("d1")).isEmpty();
        assertThat(log.find("d2")).isPresent();
    }

    @Test
    void removesWhatNamesARunOfTheUserOrSaysWhatFailedInIt(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());
        log.offer(Samples.decision("d1", "[\"{\\\"trace\\\":\\\"t1\\\"}\"]", "null"));
        log.offer(Samples.decision("d2", "[\"no giraffe sings here\"]", "null"));
        log.offer(Samples.decision("d3", "[{\"trace\":\"t11\"}]", "null"));
        log.close();
        Span span = Span.builder("s1", "chat", "chat")
                .statusMessage("No giraffe sings here")
                .build();
        SqlTraceStore traces = new SqlTraceStore(database);
        traces.append(
                NORA, List.of(new TraceUpdate(Trace.builder("t1").userId("nora").build(), List.of(span), List.of())));

        assertThat(new DecisionTexts(database, log, traces).forgetUser(NORA)).isEqualTo(2);

        assertThat(log.find("d3")).isPresent();
    }

    @Test
    void reachesDecisionsThatWaitToBeWrittenAndThoseThatEndLater(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());
        for (int i = 0; i < 300; i++) {
            log.offer(Samples.decision("d" + i, "[\"Says: " + SECRET + "\"]", "null"));
        }

        texts(database, log).forget(WORKSPACE, List.of(), List.of(SECRET));
        log.offer(Samples.decision("late", "[\"" + SECRET + "\"]", "\"violet giraffe of Mombasa sings before\""));
        log.offer(Samples.decision("other", "[\"okapi\"]", "null"));
        log.close();

        assertThat(log.find("late")).isEmpty();
        assertThat(log.find("other")).isPresent();
        assertThat(log.find("d299").orElseThrow().situation().inputs())
                .contains("[deleted sha256:")
                .doesNotContain("giraffe");
        List<Long> holding = database.read(session -> session.select(
                "SELECT decision_no FROM decision_texts WHERE inputs LIKE '%giraffe%'",
                row -> row.number("decision_no")));
        assertThat(holding).isEmpty();
    }

    private static DecisionTexts texts(Database database, SqlDecisionLog log) {
        return new DecisionTexts(database, log, new SqlTraceStore(database));
    }
}
