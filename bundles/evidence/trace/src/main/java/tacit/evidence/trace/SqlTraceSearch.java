package tacit.evidence.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.store.Session;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceSearch;
import tacit.api.trace.TraceStore;

/**
 * Looks through the texts of the newest traces, as the tables have them; a bounded look, since no index holds the names, errors and
 * results of tools. Holds nothing in memory. Thread-safe.
 */
@Component
@Designate(ocd = SqlTraceSearch.Config.class)
public final class SqlTraceSearch implements TraceSearch {

    private static final String NEWEST = " ORDER BY started_at DESC NULLS LAST, trace_no LIMIT ?";

    /** How far one search looks. */
    @ObjectClassDefinition(name = "Tacit trace search", description = "Free-text search of traces")
    public @interface Config {

        @AttributeDefinition(
                name = "Most traces",
                description = "Traces that one search looks through at most, the newest, in [1, 100000]",
                min = "1",
                max = "100000")
        int most_traces() default 2_000;

        @AttributeDefinition(
                name = "Most spans",
                description = "Spans that one search looks through at most, but those of one trace at least, from 1 on",
                min = "1")
        int most_spans() default 50_000;
    }

    private final Database database;
    private final int mostTraces;
    private final int mostSpans;

    /** The store is asked for, so that its tables are there. */
    @Activate
    public SqlTraceSearch(@Reference Database database, @Reference TraceStore store, Config config) {
        if (config.most_traces() < 1 || config.most_traces() > 100_000) {
            throw new IllegalArgumentException("most.traces must be in [1, 100000], got " + config.most_traces());
        }
        if (config.most_spans() < 1) {
            throw new IllegalArgumentException("most.spans must be at least 1, got " + config.most_spans());
        }
        this.database = database;
        this.mostTraces = config.most_traces();
        this.mostSpans = config.most_spans();
    }

    @Override
    public Found search(Scope scope, TraceFilter filter, String text, PageRequest page) {
        WordMatch words = WordMatch.of(text);
        TraceQuery query = new TraceQuery(scope).matching(filter);
        return database.read(session -> {
            long all = count(session, query);
            int looked = words.isEmpty() ? (int) Math.min(all, mostTraces) : looked(session, query);
            List<Trace> found = found(session, query, words, looked);
            List<Trace> part =
                    found.stream().skip(page.offset()).limit(page.limit()).toList();
            return new Found(new Page<>(part, page.offset(), found.size()), looked, all);
        });
    }

    private static long count(Session session, TraceQuery query) {
        return session.selectOne(
                        "SELECT COUNT(*) AS total FROM traces " + query.where(),
                        row -> row.number("total"),
                        query.parameters())
                .orElse(0L);
    }

    /** How many of the newest traces are looked through, so that runs of many spans do not make a search endless. */
    private int looked(Session session, TraceQuery query) {
        List<Long> counts = session.select(
                "SELECT span_count FROM traces " + query.where() + NEWEST,
                row -> row.number("span_count"),
                query.parameters(mostTraces));
        long spans = 0;
        int looked = 0;
        for (long count : counts) {
            spans += count;
            if (looked > 0 && spans > mostSpans) {
                break;
            }
            looked++;
        }
        return looked;
    }

    private static List<Trace> found(Session session, TraceQuery query, WordMatch words, int looked) {
        if (looked == 0) {
            return List.of();
        }
        List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(query.parameters(looked)));
        parameters.addAll(words.parameters());
        return session.select(
                "SELECT t.* FROM (SELECT * FROM traces " + query.where() + NEWEST + ") t" + words.where()
                        + " ORDER BY t.started_at DESC NULLS LAST, t.trace_no",
                TraceRow::trace,
                parameters.toArray());
    }
}
