package tacit.learn.lineage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Lineage.Node;
import tacit.api.store.Page;

/**
 * Where one thing leads. Immutable.
 *
 * @param nodes a part of them
 * @param links how many links there are
 * @param missing links that should be and are not, as sentences
 */
record Part(List<Node> nodes, long links, List<String> missing) {

    Part {
        nodes = List.copyOf(nodes);
        missing = List.copyOf(missing);
    }

    /** A part that says why there is nothing, where there is nothing. */
    static Part of(Page<Node> page, String why) {
        return new Part(page.rows(), page.total(), page.total() == 0 ? List.of(why) : List.of());
    }

    /** One thing, or the reason why it is not there; null where nothing is missed. */
    static Part of(Optional<Node> node, @Nullable String why) {
        return node.map(one -> new Part(List.of(one), 1, List.of()))
                .orElseGet(() -> new Part(List.of(), 0, why == null ? List.of() : List.of(why)));
    }
}
