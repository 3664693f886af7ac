package tacit.memory.durable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryStore;
import tacit.api.recall.ContextHit;
import tacit.api.recall.ContextQuery;
import tacit.api.recall.DurableContext;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.PageRequest;
import tacit.memory.words.Terms;

/** Finds words in the conversation of a run: by the index, and in its last memories, which the index may not know yet. Stateless. */
final class Finding {

    private static final Logger log = LoggerFactory.getLogger(Finding.class);

    private static final String TYPE = "context";
    private static final int CANDIDATES = 200;
    private static final int WITHOUT_INDEX = 1_000;
    private static final int MOST_WORDS = 12;
    private static final int LONGEST_SNIPPET = 600;
    private static final double HALF = 0.5;
    private static final Comparator<Found> ORDER = Comparator.<Found>comparingInt(found -> found.whole() ? 0 : 1)
            .thenComparingInt(found -> found.piece().priority())
            .thenComparing(Comparator.comparingDouble(Found::coverage).reversed())
            .thenComparing(
                    Comparator.comparingLong((Found found) -> found.piece().sequence())
                            .reversed())
            .thenComparing(found -> found.piece().id());

    private final MemoryStore store;
    private final SearchIndex index;
    private final int tail;

    Finding(MemoryStore store, SearchIndex index, int tail) {
        this.store = store;
        this.index = index;
        this.tail = tail;
    }

    /** A piece with how much of the question it holds. */
    private record Found(Piece piece, double coverage) {

        boolean whole() {
            return coverage >= 1;
        }

        /** Of one message; its own text, which names what is kept apart, before a part of that. */
        Found better(Found other) {
            if (coverage == other.coverage) {
                return piece.kind().equals(Run.PAYLOAD) ? other : this;
            }
            return coverage > other.coverage ? this : other;
        }
    }

    List<ContextHit> search(ContextQuery query) {
        List<String> wanted = Terms.ofQuery(query.text()).stream()
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, Found> best = new LinkedHashMap<>();
        for (Piece piece : pieces(query)) {
            double coverage = coverage(query.text(), wanted, piece.text());
            best.merge(piece.id(), new Found(piece, coverage), Found::better);
        }
        boolean all = best.values().stream().anyMatch(Found::whole);
        double least = all || wanted.size() < 3 ? 1 : HALF;
        return best.values().stream()
                .filter(found -> found.coverage() >= least)
                .sorted(ORDER)
                .limit(query.most())
                .map(found -> found.piece().hit(query.text(), LONGEST_SNIPPET))
                .toList();
    }

    private List<Piece> pieces(ContextQuery query) {
        List<Piece> pieces = new ArrayList<>();
        int fresh = tail;
        try {
            index.search(new SearchQuery(
                            query.scope(),
                            query.audience(),
                            query.text(),
                            List.of(TYPE),
                            group(query.taskId()),
                            null,
                            null,
                            CANDIDATES))
                    .hits()
                    .forEach(hit -> pieces.add(Piece.of(hit.document())));
        } catch (RuntimeException e) {
            log.warn("Cannot ask the index for the conversation of a run; its last memories alone are searched", e);
            fresh = WITHOUT_INDEX;
        }
        if (fresh > 0) {
            pieces.addAll(last(query, fresh));
        }
        return pieces;
    }

    static String group(String taskId) {
        return TYPE + ":" + taskId;
    }

    private List<Piece> last(ContextQuery query, int most) {
        MemoryFilter filter = MemoryFilter.active(DurableContext.LAYER)
                .withKinds(Run.WORDS)
                .withAttributes(new TreeMap<>(Map.of("task", query.taskId())));
        return store.list(query.scope(), filter, PageRequest.first(most)).rows().stream()
                .filter(memory -> Piece.seen(memory, query.audience()))
                .map(Piece::of)
                .toList();
    }

    private static double coverage(String question, List<String> wanted, String text) {
        if (text.toLowerCase(Locale.ROOT).contains(question.toLowerCase(Locale.ROOT))) {
            return 1;
        }
        Set<String> there = Set.copyOf(Terms.of(text));
        long found = wanted.stream().filter(word -> begins(word, there)).count();
        return (double) found / wanted.size();
    }

    private static boolean begins(String word, Set<String> there) {
        return there.contains(word) || (word.length() > 2 && there.stream().anyMatch(one -> one.startsWith(word)));
    }
}
