package tacit.memory.graph;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphHit;
import tacit.api.memory.GraphObservation;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.recall.SearchQuery.Depth;
import tacit.api.store.Scope;
import tacit.memory.words.SearchWords;

/**
 * Finds things by words: by their exact name in the store, and by whatever is known of them in the index. How well one fits is
 * the share of the words that stands in what is known of it.
 */
final class Finding {

    private static final String DOCUMENTS = "knowledge_graph";
    private static final String MEMORY = "memory:";
    private static final int LONGEST_QUESTION = 2000;
    private static final int MOST_WORDS = 32;
    private static final int CANDIDATES = 4;

    private final MemoryStore store;
    private final SearchIndex index;
    private final Things things;
    private final Clock clock;
    private final Depth depth;

    Finding(MemoryStore store, SearchIndex index, Things things, Clock clock, Depth depth) {
        this.store = store;
        this.index = index;
        this.things = things;
        this.clock = clock;
        this.depth = depth;
    }

    /** A thing with the observations of it that were found. */
    private record Found(MemoryRecord thing, List<MemoryRecord> observations) {}

    List<GraphHit> search(Scope scope, Seen seen, String text, List<String> types, int most) {
        String question = text.substring(0, Math.min(text.length(), LONGEST_QUESTION));
        List<String> words = SearchWords.required(question, MOST_WORDS);
        List<String> names = types.stream().map(Names::type).toList();
        return candidates(scope, seen, question, most).values().stream()
                .filter(found ->
                        names.isEmpty() || names.contains(GraphRecords.required(found.thing(), GraphRecords.TYPE)))
                .map(found -> hit(found, question, words))
                .sorted(Comparator.comparingDouble((GraphHit hit) -> -hit.score())
                        .thenComparing(hit -> -hit.entity().confidence())
                        .thenComparing(hit -> hit.entity().name())
                        .thenComparing(hit -> hit.entity().id()))
                .limit(most)
                .toList();
    }

    private Map<String, Found> candidates(Scope scope, Seen seen, String question, int most) {
        Map<String, Found> found = new LinkedHashMap<>();
        if (question.isBlank()) {
            return found;
        }
        things.named(scope, question).stream().filter(seen::test).forEach(thing -> keep(found, thing));
        int wanted = Math.min(500, CANDIDATES * Math.min(most, KnowledgeGraph.MOST) + 20);
        SearchQuery query =
                new SearchQuery(scope, seen.audience(), question, List.of(DOCUMENTS), null, null, null, wanted, depth);
        index.search(query).hits().stream()
                .flatMap(hit -> remembered(scope, hit.document().id()))
                .filter(record -> record.state() == MemoryState.ACTIVE && seen.test(record))
                .forEach(record -> things.thingOf(scope, record)
                        .filter(seen::test)
                        .ifPresent(thing -> {
                            Found there = keep(found, thing);
                            if (record.kind().equals(GraphRecords.OBSERVATION)) {
                                there.observations().add(record);
                            }
                        }));
        return found;
    }

    private Stream<MemoryRecord> remembered(Scope scope, String documentId) {
        String id = documentId.startsWith(MEMORY) ? documentId.substring(MEMORY.length()) : documentId;
        return store.find(scope, id).filter(record -> record.layer().equals(GraphRecords.LAYER)).stream();
    }

    private static Found keep(Map<String, Found> found, MemoryRecord thing) {
        return found.computeIfAbsent(thing.id(), id -> new Found(thing, new ArrayList<>()));
    }

    private GraphHit hit(Found found, String question, List<String> words) {
        GraphEntity thing = GraphRecords.entity(found.thing(), clock.instant());
        List<GraphObservation> observations =
                found.observations().stream().map(GraphRecords::observation).toList();
        return new GraphHit(thing, isName(thing, question) ? 1 : share(thing, observations, words), observations);
    }

    private static boolean isName(GraphEntity thing, String question) {
        String folded = Names.folded(question);
        return Stream.concat(Stream.of(thing.name()), thing.aliases().stream())
                .anyMatch(name -> Names.folded(name).equals(folded));
    }

    private static double share(GraphEntity thing, List<GraphObservation> observations, List<String> words) {
        Set<String> known = new LinkedHashSet<>();
        Stream.of(
                        Stream.of(thing.name(), thing.description()),
                        thing.aliases().stream(),
                        thing.properties().values().stream(),
                        observations.stream().map(GraphObservation::text))
                .flatMap(texts -> texts)
                .forEach(text -> known.addAll(SearchWords.of(text)));
        long there = words.stream().filter(known::contains).count();
        return words.isEmpty() ? 0 : (double) there / words.size();
    }
}
