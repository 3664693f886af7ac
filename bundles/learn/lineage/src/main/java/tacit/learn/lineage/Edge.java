package tacit.learn.lineage;

import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Node;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * What things of one kind say of things of another. Thread-safe.
 *
 * @param following asks one of them
 */
record Edge(Kind from, Kind to, Following following) {

    /** Asks a thing where it leads. */
    @FunctionalInterface
    interface Following {

        Part from(Scope scope, Node node, PageRequest page);
    }

    /** Whether it leads to what was before. */
    boolean before() {
        return to.compareTo(from) < 0;
    }
}
