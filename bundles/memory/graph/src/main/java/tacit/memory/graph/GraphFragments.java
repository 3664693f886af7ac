package tacit.memory.graph;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphHit;
import tacit.api.memory.GraphNeighbour;
import tacit.api.memory.MemorySource;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery.Depth;
import tacit.api.store.Scope;
import tacit.memory.words.SearchWords;

/** Offers the things that a task speaks of, with what they are related to now. Nothing else is relevant. */
@Component(property = Role.PROPERTY + "=memory-source/graph")
public final class GraphFragments implements MemorySource {

    static final double RELEVANCE = 0.60;
    static final double CONFIDENCE = 0.84;

    private static final int THINGS = 5;
    private static final int NEIGHBOURS = 3;
    private static final int CANDIDATES = 25;
    private static final int LONGEST_DESCRIPTION = 120;
    private static final int LONGEST = 1500;
    private static final int SHARED_WORDS = 2;

    private final Finding finding;
    private final Walk walk;

    @Activate
    public GraphFragments(@Reference MemoryStore store, @Reference SearchIndex index, @Reference Clock clock) {
        Things things = new Things(store, clock);
        this.walk = new Walk(store, new Edges(store, things, clock, Set.of()), clock);
        this.finding = new Finding(store, index, things, clock, Depth.GLANCE);
    }

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        if (request.task().isBlank()) {
            return List.of();
        }
        Scope scope = new Scope(request.workspaceId(), request.audience().userId());
        Seen seen = new Seen(request.audience());
        Set<String> words = new LinkedHashSet<>(SearchWords.of(request.task()));
        List<ContextFragment> fragments = new ArrayList<>();
        int room = LONGEST;
        for (GraphHit hit : finding.search(scope, seen, request.task(), List.of(), CANDIDATES)) {
            if (fragments.size() == Math.min(THINGS, request.most()) || !isMeant(hit.entity(), request.task(), words)) {
                continue;
            }
            ContextFragment fragment = fragment(scope, seen, hit.entity(), request);
            if (fragment.text().length() <= room) {
                room -= fragment.text().length();
                fragments.add(fragment);
            }
        }
        return fragments;
    }

    private ContextFragment fragment(Scope scope, Seen seen, GraphEntity thing, ContextRequest request) {
        List<GraphNeighbour> around =
                walk.near(scope, seen, thing.id(), NEIGHBOURS, Walk.wanted(seen, List.of(), request.now()));
        List<GraphEdge> edges =
                around.stream().map(neighbour -> neighbour.edges().get(0)).toList();
        return new ContextFragment(
                "graph:" + thing.id(),
                name(),
                "entities",
                "[KG] " + line(thing, around),
                lane(thing, around),
                visibility(thing, around),
                RELEVANCE,
                Math.min(CONFIDENCE, thing.confidence()),
                thing.confirmedAt(),
                Stream.of(
                                Stream.of(thing.id()),
                                edges.stream().map(GraphEdge::id),
                                around.stream()
                                        .map(neighbour -> neighbour.entity().id()))
                        .flatMap(ids -> ids)
                        .toList());
    }

    private static String line(GraphEntity thing, List<GraphNeighbour> around) {
        String head = "[" + thing.type() + "] " + thing.name();
        String description = thing.description();
        if (!description.isBlank()) {
            head += ": "
                    + (description.length() <= LONGEST_DESCRIPTION
                            ? description
                            : description.substring(0, LONGEST_DESCRIPTION - 1) + "…");
        }
        List<String> relations = around.stream().map(GraphFragments::relation).toList();
        return relations.isEmpty() ? head : head + " (" + String.join("; ", relations) + ")";
    }

    private static String relation(GraphNeighbour neighbour) {
        GraphEdge edge = neighbour.edges().get(0);
        String type = edge.type().replace('_', ' ');
        String name = neighbour.entity().name();
        return edge.toId().equals(neighbour.entity().id()) ? "→ " + type + " " + name : "← " + type + " " + name;
    }

    /** Whether a task names a thing, or speaks of it in more than one word. */
    private static boolean isMeant(GraphEntity thing, String task, Set<String> words) {
        boolean named = Stream.concat(Stream.of(thing.name()), thing.aliases().stream())
                .anyMatch(name -> isNamed(name, task, words));
        long shared = SearchWords.of(thing.name() + " " + thing.description()).stream()
                .distinct()
                .filter(words::contains)
                .count();
        return named || shared >= SHARED_WORDS;
    }

    /** A short name is written as the thing's, for it may be an ordinary word otherwise. */
    private static boolean isNamed(String name, String task, Set<String> words) {
        List<String> parts = SearchWords.of(name);
        if (name.length() <= 4 && parts.size() == 1) {
            return words.containsAll(parts) && task.contains(name);
        }
        return parts.isEmpty() ? task.contains(name) : words.containsAll(parts);
    }

    private static TrustLane lane(GraphEntity thing, List<GraphNeighbour> around) {
        return Stream.concat(
                        Stream.of(thing.lane()),
                        around.stream()
                                .flatMap(neighbour -> Stream.of(
                                        neighbour.entity().lane(),
                                        neighbour.edges().get(0).source().lane())))
                .max(TrustLane::compareTo)
                .orElse(TrustLane.FOREIGN);
    }

    private static Visibility visibility(GraphEntity thing, List<GraphNeighbour> around) {
        return Stream.concat(
                        Stream.of(thing.visibility()),
                        around.stream()
                                .flatMap(neighbour -> Stream.of(
                                        neighbour.entity().visibility(),
                                        neighbour.edges().get(0).source().visibility())))
                .min(Visibility::compareTo)
                .orElse(Visibility.PRIVATE);
    }
}
