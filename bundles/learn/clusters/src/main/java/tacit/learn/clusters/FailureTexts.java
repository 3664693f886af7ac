package tacit.learn.clusters;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.FailureClusters;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.store.TextRuns;
import tacit.api.store.TextTombstones;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/**
 * Takes texts back from failures and from what their families are called. A failure quotes its run, shortened and masked; so what
 * it says goes as a whole as soon as its run held the text, or holds what stands in its place now. Thread-safe.
 */
@Component
public final class FailureTexts implements EvidenceTexts {

    private final Database database;
    private final TraceStore traces;

    /** The families are asked for, so that their tables are there. */
    @Activate
    public FailureTexts(
            @Reference Database database, @Reference FailureClusters clusters, @Reference TraceStore traces) {
        this.database = database;
        this.traces = traces;
    }

    @Override
    public String name() {
        return "failures";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        TextTombstones words = TextTombstones.of(texts);
        TextRuns runs = TextRuns.of(texts);
        List<String> stones = texts.stream().map(TextTombstones::instead).toList();
        Set<String> named = Set.copyOf(spans);
        Set<String> found = new HashSet<>();
        for (String trace : traces(scope)) {
            traces.find(scope, trace).ifPresent(run -> told(run, text -> tells(text, words, stones))
                    .forEach(span -> found.add(trace + "/" + span)));
        }
        return quoting(
                scope,
                quote -> found.contains(quote.place())
                        || named.contains(quote.place())
                        || quote.texts().anyMatch(text -> runs.isIn(text) || tells(text, words, stones)));
    }

    private static boolean tells(String text, TextTombstones words, List<String> stones) {
        return !words.in(text).equals(text) || stones.stream().anyMatch(text::contains);
    }

    /** The spans of a run that say something, and the run itself, which has no name. */
    private static List<String> told(RecordedTrace run, Predicate<String> tells) {
        List<String> spans = run.spans().stream()
                .filter(span -> Stream.concat(
                                Stream.of(span.input(), span.output(), span.statusMessage()),
                                span.attributes().values().stream().map(String::valueOf))
                        .filter(Objects::nonNull)
                        .anyMatch(text -> tells.test(String.valueOf(text))))
                .map(span -> span.id())
                .toList();
        return spans.isEmpty()
                ? spans
                : Stream.concat(spans.stream(), Stream.of("")).toList();
    }

    @Override
    public int forgetUser(Scope scope) {
        Set<String> own = UserTraces.of(traces, scope);
        return quoting(scope, quote -> own.contains(quote.traceId()) || Objects.equals(quote.userId(), scope.userId()));
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        Set<String> own = UserTraces.of(traces, scope);
        return OptionalLong.of(database.read(session -> new Quotes(session, scope.workspaceId())
                .all().stream()
                        .filter(quote ->
                                own.contains(quote.traceId()) || Objects.equals(quote.userId(), scope.userId()))
                        .count()));
    }

    private Set<String> traces(Scope scope) {
        return database.read(session -> new Quotes(session, scope.workspaceId()).traces());
    }

    private int quoting(Scope scope, Predicate<Quote> spoken) {
        return database.write(session -> {
            Quotes quotes = new Quotes(session, scope.workspaceId());
            List<Quote> gone = quotes.all().stream()
                    .filter(spoken)
                    .filter(quote -> !quote.isGone())
                    .toList();
            quotes.take(gone);
            return gone.size();
        });
    }
}
