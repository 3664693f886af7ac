package tacit.memory.recall.feed;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.SearchDocument;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceFilter;
import tacit.api.trace.TraceStore;

/** Hands over the documents of every stored trace, for an index that is built anew. Thread-safe. */
@Component
public final class StoredTraces implements DocumentSource {

    private static final Logger log = LoggerFactory.getLogger(StoredTraces.class);

    /** So many one after the other are not their own fault: the store cannot be read. */
    private static final int MOST_UNREADABLE = 3;

    private final TraceStore traces;

    @Activate
    public StoredTraces(@Reference TraceStore traces) {
        this.traces = traces;
    }

    @Override
    public String name() {
        return "traces";
    }

    @Override
    public void read(Consumer<List<SearchDocument>> batch) {
        for (String workspace : traces.workspaces()) {
            Scope scope = Scope.ofWorkspace(workspace);
            AtomicInteger unreadable = new AtomicInteger();
            each(scope, trace -> batch.accept(readable(scope, trace.id(), unreadable)));
        }
    }

    /** The documents of a trace; none where it alone cannot be read, so that the others are found all the same. */
    private List<SearchDocument> readable(Scope scope, String traceId, AtomicInteger unreadable) {
        try {
            List<SearchDocument> documents = of(scope, traceId);
            unreadable.set(0);
            return documents;
        } catch (RuntimeException failed) {
            if (unreadable.incrementAndGet() >= MOST_UNREADABLE) {
                throw failed;
            }
            log.warn("Trace '{}' cannot be read and is left out of the index", traceId, failed);
            return List.of();
        }
    }

    List<SearchDocument> of(Scope scope, String traceId) {
        return traces.find(scope, traceId).map(TraceDocuments::of).orElse(List.of());
    }

    /** The texts of a trace as they are stored. */
    Stream<String> texts(Scope scope, String traceId) {
        return traces.find(scope, traceId).stream()
                .flatMap(found -> Stream.concat(
                        found.trace().text("title").stream(),
                        found.spans().stream()
                                .flatMap(span -> Stream.of(span.input(), span.output(), span.statusMessage()))))
                .flatMap(Stream::ofNullable);
    }

    /** Every trace of a scope; one that arrives meanwhile is fed by itself. */
    void each(Scope scope, Consumer<Trace> what) {
        long offset = 0;
        Page<Trace> page;
        do {
            page = traces.list(scope, TraceFilter.ALL, new PageRequest(offset, PageRequest.MAX_LIMIT));
            page.rows().forEach(what);
            offset += page.rows().size();
        } while (page.hasMore());
    }
}
