package tacit.memory.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.GraphEdge;

/**
 * Brings the statements of a relation that has one value at a time into order: each ends where the next begins, and of two
 * that begin together the one that was stored last holds. The result does not depend on the order of the statements.
 */
final class Timeline {

    /**
     * What has to change about a statement.
     *
     * @param edge as it is
     * @param end where it has to end; null when it never held
     */
    record Change(GraphEdge edge, @Nullable Instant end) {}

    private Timeline() {}

    static List<Change> settle(List<GraphEdge> statements) {
        List<GraphEdge> ordered = statements.stream()
                .filter(edge -> !edge.struck())
                .sorted(Comparator.comparing(GraphEdge::validFrom)
                        .thenComparing(GraphEdge::storedAt)
                        .thenComparing(GraphEdge::id))
                .toList();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i + 1 < ordered.size(); i++) {
            GraphEdge edge = ordered.get(i);
            Instant next = ordered.get(i + 1).validFrom();
            if (next.equals(edge.validFrom())) {
                changes.add(new Change(edge, null));
            } else if (reaches(edge, next)) {
                changes.add(new Change(edge, next));
            }
        }
        return List.copyOf(changes);
    }

    /** Where the first of the statements begins that begins after a time; null for none. */
    static @Nullable Instant firstAfter(Instant time, List<GraphEdge> statements) {
        return statements.stream()
                .filter(edge -> !edge.struck())
                .map(GraphEdge::validFrom)
                .filter(begin -> begin.isAfter(time))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether an interval has any time in common with a statement. */
    static boolean overlaps(Instant begin, @Nullable Instant end, GraphEdge edge) {
        Instant until = edge.validUntil();
        return !edge.struck()
                && (until == null || begin.isBefore(until))
                && (end == null || edge.validFrom().isBefore(end));
    }

    private static boolean reaches(GraphEdge edge, Instant time) {
        Instant end = edge.validUntil();
        return end == null || end.isAfter(time);
    }
}
