package tacit.surface.proxy.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.surface.proxy.wire.Kind;

/** All upstreams of this host, and the way past those that do not answer. Thread-safe. */
@Component(service = Upstreams.class)
public final class Upstreams {

    private static final Comparator<Upstream> ORDER =
            Comparator.comparingInt(Upstream::order).thenComparing(Upstream::name);

    private final Set<Upstream> all = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(Upstream upstream) {
        all.add(upstream);
    }

    public void unbind(Upstream upstream) {
        all.remove(upstream);
    }

    /** Whether one of a kind is configured at all. */
    public boolean any(Kind kind) {
        return all.stream().anyMatch(one -> one.speaks(kind));
    }

    /** Those that are asked for a model, in their order. */
    public List<Upstream> of(Kind kind, @Nullable String model) {
        return all.stream()
                .filter(one -> one.speaks(kind) && one.takes(model))
                .sorted(ORDER)
                .toList();
    }

    /**
     * Asks one after the other until one answers. Too many requests (429), faults (5xx), no connection and no answer in time lead
     * to the next one; the last one that answered anything is the answer then.
     */
    public Route ask(List<Upstream> candidates, Asked asked) {
        List<Route.Skipped> skipped = new ArrayList<>();
        Upstream best = null;
        Answered answer = null;
        boolean late = false;
        for (int i = 0; i < candidates.size(); i++) {
            Upstream one = candidates.get(i);
            long begin = System.nanoTime();
            try {
                Answered given = one.ask(asked);
                if (!given.isTransient() || i == candidates.size() - 1) {
                    return new Route(one, given, skipped, candidates.size(), false);
                }
                given.hold();
                best = one;
                answer = given;
                skipped.add(new Route.Skipped(one.name(), "status " + given.status(), millis(begin)));
            } catch (Unanswered e) {
                late = e.isLate();
                skipped.add(new Route.Skipped(one.name(), String.valueOf(e.getMessage()), millis(begin)));
            }
        }
        return new Route(best, answer, skipped, candidates.size(), late);
    }

    private static long millis(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
