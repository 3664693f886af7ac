package tacit.surface.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** Counts the calls since the start, by method, template of the path and status, and how long they took. Thread-safe. */
@Component(service = Traffic.class)
public final class Traffic {

    /** The upper ends of the classes of time, in seconds; one more holds the rest. */
    private static final double[] ENDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    /** What stands for all paths that nothing serves, so that nobody can make the table grow. */
    static final Place NOWHERE = new Place("(none)", "(none)");

    /** One line of the table; immutable. */
    public record Line(String method, String route, int status) {}

    /** A resource; immutable. */
    public record Place(String method, String route) {}

    /** How long calls took. Thread-safe. */
    public static final class Times {

        private final LongAdder[] classes = new LongAdder[ENDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        Times() {
            for (int i = 0; i < classes.length; i++) {
                classes[i] = new LongAdder();
            }
        }

        void add(long took) {
            int at = 0;
            while (at < ENDS.length && (double) took > ENDS[at] * 1e9) {
                at++;
            }
            classes[at].increment();
            nanos.add(took);
        }

        /** The upper ends in seconds, without the last, which has none. */
        public static double[] ends() {
            return ENDS.clone();
        }

        /** How many calls each class holds; one more than ends. */
        public long[] counts() {
            long[] counts = new long[classes.length];
            for (int i = 0; i < classes.length; i++) {
                counts[i] = classes[i].sum();
            }
            return counts;
        }

        /** All of them together. */
        public double seconds() {
            return (double) nanos.sum() / 1e9;
        }
    }

    private final Map<Line, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<Place, Times> times = new ConcurrentHashMap<>();

    /** @param nanos until the answer was ready to be written */
    void add(Place place, int status, long nanos) {
        String method = place.method();
        String route = place.route();
        calls.computeIfAbsent(new Line(method, route, status), line -> new LongAdder())
                .increment();
        times.computeIfAbsent(place, known -> new Times()).add(nanos);
    }

    /** How many calls each line counts, as of now. */
    public Map<Line, LongAdder> calls() {
        return Map.copyOf(calls);
    }

    /** How long calls of each resource took, as of now. */
    public Map<Place, Times> times() {
        return Map.copyOf(times);
    }
}
