package tacit.learn.lineage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Lineage.Node;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Parts of answers. Pure functions. */
final class Pages {

    private Pages() {}

    static <T> Page<Node> mapped(Page<T> page, Function<T, Node> mapper) {
        return new Page<>(page.rows().stream().map(mapper).toList(), page.offset(), page.total());
    }

    /** A part of what is all there. */
    static <T> Page<T> of(List<T> all, PageRequest page) {
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), all.size());
    }

    /** The one thing that there is, on the first page. */
    static Part only(Optional<Node> node, @Nullable String why, PageRequest page) {
        return page.offset() > 0 && node.isPresent() ? new Part(List.of(), 1, List.of()) : Part.of(node, why);
    }
}
