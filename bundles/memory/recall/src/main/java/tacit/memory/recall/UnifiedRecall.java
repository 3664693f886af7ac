package tacit.memory.recall;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.recall.Ranker;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallAnswer;
import tacit.api.recall.RecallAnswer.Failure;
import tacit.api.recall.RecallCounts;
import tacit.api.recall.RecallHit;
import tacit.api.recall.RecallRequest;
import tacit.api.recall.SearchAnswer;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.memory.recall.Ordering.Judged;
import tacit.memory.words.Excerpt;

/** Asks the index and the active ranker, and puts what all sources have on one scale. Thread-safe. */
@Component(service = Recall.class)
public final class UnifiedRecall implements Recall {

    private static final Logger log = LoggerFactory.getLogger(UnifiedRecall.class);

    private static final int FEWEST_CANDIDATES = 100;
    private static final int MOST_CANDIDATES = 500;
    private static final int LONGEST_SNIPPET = 260;
    private static final Comparator<Placed> BEST_FIRST = Comparator.comparingDouble(Placed::rank)
            .thenComparing(placed -> placed.document().at())
            .reversed()
            .thenComparing(placed -> placed.document().id());

    private final Ranker ranker;
    private final Clock clock;
    private final List<SearchIndex> indexes = new CopyOnWriteArrayList<>();
    private final AtomicLong queries = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private volatile String lastFailure = "";

    @Activate
    public UnifiedRecall(@Reference Ranker ranker, @Reference Clock clock) {
        this.ranker = ranker;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addIndex(SearchIndex index) {
        indexes.add(index);
    }

    public void removeIndex(SearchIndex index) {
        indexes.remove(index);
    }

    @Override
    public RecallCounts counts() {
        return new RecallCounts(queries.get(), failures.get(), unavailable.get(), lastFailure);
    }

    @Override
    public RecallAnswer recall(RecallRequest request) {
        queries.incrementAndGet();
        Instant now = clock.instant();
        List<Failure> failed = new ArrayList<>();
        SearchAnswer found = find(request, failed);
        List<RecallHit> hits = best(request, now, judged(request, now, found, failed));
        return new RecallAnswer(request.query(), request.scope().workspaceId(), now, hits, failed, found.vectors());
    }

    private SearchAnswer find(RecallRequest request, List<Failure> failed) {
        SearchAnswer nothing = new SearchAnswer(List.of(), new TreeMap<>(), false);
        if (indexes.isEmpty()) {
            unavailable.incrementAndGet();
            failed.add(new Failure("index", "It is not there"));
            return nothing;
        }
        int candidates = Math.min(MOST_CANDIDATES, Math.max(FEWEST_CANDIDATES, request.most() * 5));
        try {
            return indexes.get(0)
                    .search(new SearchQuery(
                            request.scope(),
                            request.audience(),
                            request.query(),
                            Kinds.indexed(request.types()),
                            null,
                            request.from(),
                            request.until(),
                            candidates));
        } catch (RuntimeException e) {
            failed.add(failure("index", e));
            return nothing;
        }
    }

    private List<Judged> judged(RecallRequest request, Instant now, SearchAnswer found, List<Failure> failed) {
        if (request.query().isEmpty() || found.hits().isEmpty()) {
            return Ordering.newest(found);
        }
        try {
            return Ordering.byRanker(ranker, request.query(), now, found);
        } catch (RuntimeException e) {
            failed.add(failure("ranker", e));
            return Ordering.byIndex(found);
        }
    }

    // An edge: whatever fails, the others answer
    private Failure failure(String part, RuntimeException e) {
        failures.incrementAndGet();
        String reason = "It failed with " + e.getClass().getSimpleName();
        lastFailure = part + ": " + reason;
        log.warn("Cannot ask the {} of a recall", part, e);
        return new Failure(part, reason);
    }

    /** The best of them; only of these the words are looked for, since that costs more than to put all in order. */
    private static List<RecallHit> best(RecallRequest request, Instant now, List<Judged> judged) {
        Map<String, Placed> once = new LinkedHashMap<>();
        for (Judged one : judged) {
            Placed placed = Placed.of(one, now);
            if (request.types().isEmpty() || request.types().contains(placed.type())) {
                once.putIfAbsent(placed.key(), placed);
            }
        }
        return once.values().stream()
                .sorted(BEST_FIRST)
                .limit(request.most())
                .map(placed -> placed.hit(request.query(), now))
                .toList();
    }

    /** A candidate at its place. */
    private record Placed(Judged judged, String type, double rank) {

        static Placed of(Judged judged, Instant now) {
            SearchDocument document = judged.hit().document();
            String type = Kinds.of(document);
            return new Placed(judged, type, Scale.rank(type, judged.relevance(), document.at(), now));
        }

        SearchDocument document() {
            return judged.hit().document();
        }

        // The same file is touched by many runs
        String key() {
            String path = document().attributes().get("path");
            return type.equals("file") && path != null
                    ? "file:" + path
                    : document().id();
        }

        RecallHit hit(String query, Instant now) {
            SearchDocument document = document();
            return new RecallHit(
                    type,
                    document.id(),
                    document.attributes().get("trace"),
                    document.at(),
                    document.title(),
                    Kinds.label(document, type),
                    Excerpt.of(document.text(), query, LONGEST_SNIPPET),
                    document.lane(),
                    rank,
                    judged.relevance(),
                    Scale.recency(document.at(), now),
                    document.attributes(),
                    judged.reasons());
        }
    }
}
