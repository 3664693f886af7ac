package tacit.surface.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tacit.api.event.Event;

/** The last events, the oldest of which make room for new ones. Thread-safe; each call takes a short lock. */
final class Ring {

    private final @Nullable Event[] places;
    private long latest;

    /** @param most how many are kept, at least 1 */
    Ring(int most) {
        places = new Event[most];
    }

    /** Adds the event that is made of the next number. */
    synchronized Event add(LongFunction<Event> made) {
        Event event = made.apply(latest + 1);
        latest++;
        places[place(latest)] = event;
        return event;
    }

    synchronized long latest() {
        return latest;
    }

    synchronized long oldest() {
        return Math.max(1, latest - places.length + 1);
    }

    synchronized List<Event> after(long sequence, int limit, Predicate<Event> wanted) {
        List<Event> found = new ArrayList<>();
        for (long next = Math.max(oldest(), sequence + 1); next <= latest && found.size() < limit; next++) {
            Event event = places[place(next)];
            if (event != null && wanted.test(event)) {
                found.add(event);
            }
        }
        return found;
    }

    private int place(long sequence) {
        return (int) ((sequence - 1) % places.length);
    }
}
