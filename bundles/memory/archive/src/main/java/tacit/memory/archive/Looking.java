package tacit.memory.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tacit.api.memory.ArchiveHit;
import tacit.api.memory.ArchiveQuery;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.MemoryRecord;
import tacit.api.recall.SearchHit;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.recall.SearchQuery.Depth;
import tacit.api.store.Scope;
import tacit.memory.words.Tokens;

/** Finds memories of the archive by words and meaning: those of the workspace, and those that hold everywhere. */
final class Looking {

    private static final int LONGEST_QUESTION = 2_000;
    private static final int MOST = 500;
    private static final String MEMORY = "memory:";

    private final Shelf shelf;
    private final SearchIndex index;

    Looking(Shelf shelf, SearchIndex index) {
        this.shelf = shelf;
        this.index = index;
    }

    /** All that can be found. */
    List<ArchiveHit> search(Scope scope, ArchiveQuery query) {
        int some = Math.min(MOST, 8 * query.limit() + 40);
        return search(scope, query, Depth.FULL, some, MOST);
    }

    /** What is found at a short look, for who cannot wait. */
    List<ArchiveHit> glance(Scope scope, ArchiveQuery query) {
        int some = Math.min(MOST, 3 * query.limit() + 20);
        return search(scope, query, Depth.GLANCE, some, Math.min(MOST, 8 * query.limit() + 40));
    }

    private List<ArchiveHit> search(Scope scope, ArchiveQuery query, Depth depth, int some, int more) {
        String question = Texts.cut(query.text().strip(), LONGEST_QUESTION);
        if (question.isEmpty()) {
            return List.of();
        }
        Function<Integer, List<SearchHit>> asked = most -> hits(scope, query, question, depth, most);
        List<MemoryRecord> found = here(scope, query, asked, some, more);
        List<ArchiveHit> hits = new ArrayList<>();
        for (int place = 0; place < found.size(); place++) {
            MemoryRecord record = found.get(place);
            hits.add(new ArchiveHit(record, Fields.snippet(record), 1.0 / (1 + place), Tokens.of(record.text())));
        }
        return hits;
    }

    /** The index holds the memories of all layers: where others stand in front, it is asked for more. */
    private List<MemoryRecord> here(
            Scope scope, ArchiveQuery query, Function<Integer, List<SearchHit>> asked, int some, int more) {
        List<SearchHit> hits = asked.apply(some);
        List<MemoryRecord> found = wanted(scope, query, hits);
        boolean all = found.size() == query.limit() || hits.size() < some;
        return all || more <= some ? found : wanted(scope, query, asked.apply(more));
    }

    private List<SearchHit> hits(Scope scope, ArchiveQuery query, String question, Depth depth, int most) {
        List<String> types = List.of("memory");
        return index.search(new SearchQuery(scope, query.audience(), question, types, null, null, null, most, depth))
                .hits();
    }

    private List<MemoryRecord> wanted(Scope scope, ArchiveQuery query, List<SearchHit> hits) {
        List<String> ids = hits.stream()
                .map(SearchHit::document)
                .filter(document -> Fields.LAYER.equals(document.attributes().get("layer")))
                .map(document -> document.id().substring(MEMORY.length()))
                .toList();
        List<MemoryRecord> wanted = new ArrayList<>();
        for (int from = 0; from < ids.size() && wanted.size() < query.limit(); from += query.limit()) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + query.limit()));
            shelf.findAll(scope, some).stream()
                    .filter(record -> isWanted(scope, query, record))
                    .forEach(wanted::add);
        }
        return wanted.subList(0, Math.min(wanted.size(), query.limit()));
    }

    private static boolean isWanted(Scope scope, ArchiveQuery query, MemoryRecord record) {
        Stream<String> types = query.types().stream().map(ArchiveType::word);
        return Shelf.isShown(record)
                && Shelf.isFor(scope, query.audience(), record)
                && (query.privateToo() || !Shelf.isPrivate(record))
                && (query.types().isEmpty() || types.anyMatch(record.kind()::equals));
    }
}
