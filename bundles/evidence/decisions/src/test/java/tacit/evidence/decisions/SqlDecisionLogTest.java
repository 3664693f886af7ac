package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Decision;
import tacit.api.harness.InnerCall;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.TestDatabase;

@EachDatabase
class SqlDecisionLogTest {

    private static final PageRequest ALL = PageRequest.first(1_000);

    @Test
    void keepsADecisionExactly(Database database) {
        Decision decision = Samples.decision(
                "d1",
                "[1.10,-0.0,1e400,9223372036854775807,{\"a\":[true,null,\"\\u0000\"]}]",
                "{\"thrown\":\"java.lang.IllegalStateException: no\"}",
                new InnerCall("tacit.api.trace.TraceStore", "workspaces()", "[]", "[\"default\"]"),
                new InnerCall("tacit.api.trace.TraceStore", "counts(Scope)", "[{}]", "null"));
        SqlDecisionLog log = Samples.log(database, Map.of());

        assertThat(log.offer(decision)).isTrue();
        log.close();

        assertThat(log.find("d1")).contains(decision);
        assertThat(log.dropped()).isZero();
    }

    @Test
    void listsNewestFirstByRoleAndPage(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());
        for (int i = 0; i < 6; i++) {
            log.offer(Samples.decision("d" + i, i % 2 == 0 ? "even" : "odd", Samples.NOW));
        }
        log.close();

        Page<Decision> page = log.list("odd", new PageRequest(1, 1));
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.rows()).extracting(Decision::id).containsExactly("d3");
        assertThat(log.list("", ALL).rows())
                .extracting(Decision::id)
                .containsExactly("d5", "d4", "d3", "d2", "d1", "d0");
        assertThat(log.list("none", ALL).rows()).isEmpty();
        assertThat(log.find("d9")).isEmpty();
    }

    @Test
    void keepsWhatWasWrittenOverARestart(TestDatabase database) {
        SqlDecisionLog log = Samples.log(database.database(), Map.of());
        log.offer(Samples.decision("d1"));
        log.close();

        SqlDecisionLog reopened = Samples.log(database.reopen(), Map.of());
        reopened.close();

        assertThat(reopened.find("d1")).contains(Samples.decision("d1"));
    }

    @Test
    void writesTheSameDecisionOnce(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());

        log.offer(Samples.decision("d1"));
        log.offer(Samples.decision("d1"));
        log.close();

        assertThat(log.list("", ALL).total()).isEqualTo(1);
    }

    @Test
    void storesNoSecretOfQuestionAnswerOrInnerCall(Database database) {
        String secret = "\"the key " + Samples.KEY + "\"";
        SqlDecisionLog log = Samples.log(database, Map.of());

        log.offer(Samples.decision(
                "d1",
                "[" + secret + "]",
                "{\"attributes\":{\"api_key\":\"plain\"}}",
                new InnerCall("store", "find()", "[" + secret + "]", secret)));
        log.close();

        Decision kept = log.find("d1").orElseThrow();
        assertThat(kept.toString()).doesNotContain(Samples.KEY).doesNotContain("plain");
        assertThat(kept.situation().inputs()).isEqualTo("[\"the key [REDACTED:github_token]\"]");
        assertThat(kept.output()).isEqualTo("{\"attributes\":{\"api_key\":\"[REDACTED:field]\"}}");
        assertThat(kept.redactions()).isEqualTo(4);
    }

    @Test
    void dropsWhatIsNoJsonBecauseNobodyKnowsWhatIsInIt(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());

        log.offer(Samples.decision("d1", "[\"cut off", "\"\""));
        log.offer(Samples.decision("d2", "[]", "\"a\" \"b\""));
        log.offer(Samples.decision("d3", "[]", ""));
        log.offer(Samples.decision("d4"));
        log.close();

        assertThat(log.list("", ALL).rows()).extracting(Decision::id).containsExactly("d4");
        assertThat(log.dropped()).isEqualTo(3);
    }

    @Test
    void keepsHalvesOfCharacters(Database database) {
        Decision decision = Samples.decision("d1", "[\"a\\ud800b\\udc00\",\"\\ud83d\\ude00\"]", "\"\\udfff\"");
        SqlDecisionLog log = Samples.log(database, Map.of());

        log.offer(decision);
        log.offer(Samples.decision("d2", "[\"raw \ud800\"]", "\"\udc00 raw\""));
        log.close();

        assertThat(log.find("d1").orElseThrow().situation().inputs())
                .isEqualToIgnoringCase("[\"a\\ud800b\\udc00\",\"\ud83d\ude00\"]");
        assertThat(log.find("d1").orElseThrow().output()).isEqualToIgnoringCase("\"\\udfff\"");
        assertThat(log.find("d2").orElseThrow().situation().inputs()).isEqualToIgnoringCase("[\"raw \\ud800\"]");
    }

    @Test
    void refusesWhatIsTooLarge(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of("most_characters", 1_000));

        boolean fits = log.offer(Samples.decision("d1", "[]", "\"" + "x".repeat(996) + "\""));
        boolean large = log.offer(Samples.decision("d2", "[]", "\"" + "x".repeat(997) + "\""));
        boolean inside = log.offer(
                Samples.decision("d3", "[]", "1", new InnerCall("t", "m()", "[]", "\"" + "x".repeat(999) + "\"")));
        boolean id = log.offer(Samples.decision("d".repeat(201)));
        log.close();

        assertThat(fits).isTrue();
        assertThat(List.of(large, inside, id)).containsOnly(false);
        assertThat(log.dropped()).isEqualTo(3);
        assertThat(log.list("", ALL).rows()).extracting(Decision::id).containsExactly("d1");
    }

    @Test
    void removesTheOldestOfARoleBeyondTheMost(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of("most", 3));

        IntStream.range(0, 200).forEach(i -> log.offer(Samples.decision("a" + i, "a", Samples.NOW)));
        log.offer(Samples.decision("b0", "b", Samples.NOW));
        log.close();

        assertThat(log.list("a", ALL).rows()).extracting(Decision::id).containsExactly("a199", "a198", "a197");
        assertThat(log.list("b", ALL).total()).isEqualTo(1);
        assertThat(rows(database, "decision_texts")).isEqualTo(4);
    }

    @Test
    void removesWhatIsTooOldAtEachWrite(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of("retention", "P1D"));

        log.offer(Samples.decision("old", "a", Samples.NOW.minus(Duration.ofHours(25))));
        log.offer(Samples.decision("young", "a", Samples.NOW.minus(Duration.ofHours(23))));
        log.close();

        assertThat(log.list("", ALL).rows()).extracting(Decision::id).containsExactly("young");
        assertThat(rows(database, "decision_texts")).isEqualTo(1);
    }

    @Test
    void removesWhatBecameTooOldOrTooMuchAtTheStart(Database database) {
        SqlDecisionLog log = Samples.log(database, Map.of());
        IntStream.range(0, 700).forEach(i -> log.offer(Samples.decision("a" + i, "a", Samples.NOW)));
        log.offer(Samples.decision("b0", "b", Samples.NOW.plus(Duration.ofDays(2))));
        log.offer(Samples.decision("b1", "b", Samples.NOW.plus(Duration.ofDays(2))));
        log.close();

        SqlDecisionLog later =
                Samples.log(database, Samples.NOW.plus(Duration.ofDays(2)), Map.of("retention", "P1D", "most", 1));
        later.close();

        assertThat(later.list("", ALL).rows()).extracting(Decision::id).containsExactly("b1");
    }

    private static long rows(Database database, String table) {
        return database.read(session -> session.selectOne("SELECT COUNT(*) AS n FROM " + table, row -> row.number("n"))
                .orElseThrow());
    }
}
