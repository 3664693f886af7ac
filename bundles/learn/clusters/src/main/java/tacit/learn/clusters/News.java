package tacit.learn.clusters;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.event.Events;
import tacit.api.learn.FailureCluster;
import tacit.api.store.Scope;

/** Tells of families that changed, once they did. */
final class News {

    private News() {}

    static void tell(@Nullable Events events, Scope scope, List<FailureCluster> changed) {
        changed.forEach(cluster -> told(events, scope, cluster));
    }

    static FailureCluster told(@Nullable Events events, Scope scope, FailureCluster cluster) {
        if (events != null) {
            events.tell(
                    scope,
                    "cluster.changed",
                    cluster.id(),
                    Map.of(
                            "state", cluster.state().name().toLowerCase(Locale.ROOT),
                            "version", Long.toString(cluster.version())));
        }
        return cluster;
    }
}
