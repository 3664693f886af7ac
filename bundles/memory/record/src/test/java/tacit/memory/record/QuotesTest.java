package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.record.Samples.CLOCK;
import static tacit.memory.record.Samples.WORKSPACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.evidence.trace.TraceTexts;
import tacit.runtime.testkit.EachDatabase;

class QuotesTest {

    private static final Scope NORA = new Scope(WORKSPACE, "nora");

    /** Keeps quotes, and notes what it is asked for and when. */
    private static final class Quoting implements EvidenceTexts {

        final List<String> asked = new ArrayList<>();
        final Set<String> said = new TreeSet<>();

        @Override
        public String name() {
            return "quotes";
        }

        @Override
        public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
            asked.add("texts");
            return 0;
        }

        @Override
        public int forgetUser(Scope scope) {
            asked.add("user " + scope.userId());
            return 0;
        }

        @Override
        public int forgetQuotes(Scope scope, Collection<String> texts) {
            asked.add("quotes");
            said.addAll(texts);
            return 1;
        }
    }

    @EachDatabase
    void afterAUserWasForgottenQuotesOfWhatTheySaidAreLookedFor(Database database) {
        SqlTraceStore traces = new SqlTraceStore(database);
        SqlMemoryStore store = new SqlMemoryStore(database, CLOCK, new PatternRedactor(), traces, new ListAudit());
        Quoting quoting = new Quoting();
        run(traces, "t1", "nora", "I like oolong in the morning");
        run(traces, "t2", "ben", "I like none of it");
        try (ThreadCourier courier = new ThreadCourier(database, store, Duration.ofHours(1))) {
            courier.addTexts(new TraceTexts(database, traces));
            courier.addTexts(quoting);

            SqlMemoryStore.Cleared cleared = store.forget(NORA);

            assertThat(quoting.asked).containsExactly("user nora", "quotes");
            assertThat(quoting.said)
                    .containsExactly("I like oolong in the morning", "No: I like oolong in the morning");
            assertThat(cleared.copies()).containsEntry("evidence/quotes", 1L);
        }
    }

    @Test
    void looksForWhatIsExpectedUntilItIsDropped() {
        Quotes quotes = new Quotes();
        quotes.expect(NORA, List.of("a b c"));
        quotes.expect(Scope.ofWorkspace("w2"), List.of("d e f"));

        assertThat(quotes.knows(NORA)).isTrue();
        assertThat(quotes.knows(new Scope("w2", "nora"))).isFalse();
        assertThat(quotes.all()).isEqualTo(Map.of(WORKSPACE, Set.of("a b c"), "w2", Set.of("d e f")));

        quotes.drop(Map.of(WORKSPACE, Set.of("a b c")));
        assertThat(quotes.all()).containsOnlyKeys("w2");
        assertThat(quotes.knows(NORA)).isFalse();
    }

    private static void run(SqlTraceStore traces, String id, String user, String words) {
        Trace trace = Trace.builder(id).workspaceId(WORKSPACE).userId(user).build();
        Span plain = Span.builder("s1", "invoke_agent", "invoke_agent x")
                .input(words)
                .build();
        Span chat = Span.builder("s2", "chat", "chat x")
                .input("[{\"role\":\"system\",\"content\":\"Be kind to all\"},{\"role\":\"user\",\"content\":\"" + words
                        + "\"}]")
                .build();
        Outcome outcome = new Outcome(OutcomeLabel.FAILURE, null, OutcomeSource.USER, null, "No: " + words, null, null);
        traces.append(
                Scope.ofWorkspace(WORKSPACE), List.of(new TraceUpdate(trace, List.of(plain, chat), List.of(outcome))));
    }
}
