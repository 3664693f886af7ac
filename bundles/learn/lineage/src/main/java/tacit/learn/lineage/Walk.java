package tacit.learn.lineage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Level;
import tacit.api.experiment.Lineage.Node;
import tacit.api.experiment.Lineage.Question;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Follows links in one direction, level by level; each follows from what the nearer ones show. Confined to one thread. */
final class Walk {

    /** More missing links of a level are only counted. */
    static final int MOST_MISSING = 20;

    private final Scope scope;
    private final Question question;
    private final List<Edge> edges;
    private final boolean before;
    private final Map<Kind, List<Node>> shown = new EnumMap<>(Kind.class);

    Walk(Scope scope, Question question, List<Edge> edges, boolean before) {
        this.scope = scope;
        this.question = question;
        this.edges = edges.stream().filter(edge -> edge.before() == before).toList();
        this.before = before;
    }

    /** The levels in this direction, the nearest first. */
    List<Level> from(Node start, List<Kind> kinds) {
        shown.put(start.kind(), List.of(start));
        List<Level> levels = new ArrayList<>();
        for (Kind kind : kinds) {
            Level level = level(kind);
            if (!level.nodes().isEmpty()
                    || level.links() > 0
                    || !level.missing().isEmpty()) {
                levels.add(level);
            }
            shown.put(kind, level.nodes());
        }
        return levels;
    }

    private Level level(Kind kind) {
        PageRequest page = question.page(kind);
        Set<Node> nodes = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        long links = 0;
        int taken = 0;
        for (Edge edge : edges) {
            if (edge.to() != kind) {
                continue;
            }
            for (Node node : shown.getOrDefault(edge.from(), List.of())) {
                boolean full = taken >= page.limit();
                long skipped = Math.max(0, page.offset() - links);
                Part part =
                        edge.following().from(scope, node, new PageRequest(skipped, full ? 1 : page.limit() - taken));
                if (!full) {
                    nodes.addAll(part.nodes());
                    missing.addAll(part.missing());
                    taken += (int) Math.max(0, Math.min(page.limit() - taken, part.links() - skipped));
                }
                links += part.links();
            }
        }
        return new Level(kind, before, List.copyOf(nodes), page.offset(), links, shortened(missing));
    }

    private static List<String> shortened(List<String> missing) {
        List<String> each = missing.stream().distinct().toList();
        if (each.size() <= MOST_MISSING) {
            return each;
        }
        List<String> some = new ArrayList<>(each.subList(0, MOST_MISSING));
        some.add("And " + (each.size() - MOST_MISSING) + " more links are missing");
        return some;
    }
}
