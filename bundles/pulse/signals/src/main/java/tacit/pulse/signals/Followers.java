package tacit.pulse.signals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Signals.Listener;

/** Who hears of new signals. One that fails keeps the others from nothing. Thread-safe. */
final class Followers {

    private static final Logger log = LoggerFactory.getLogger(Followers.class);

    private final List<Place> places = new CopyOnWriteArrayList<>();

    /** Each call has a place of its own, also for the same listener. */
    private static final class Place {

        private final Listener listener;

        Place(Listener listener) {
            this.listener = listener;
        }

        void tell(Signal signal) {
            try {
                listener.told(signal);
            } catch (RuntimeException e) {
                log.warn("A follower of signals failed at {}", signal.id(), e);
            }
        }
    }

    AutoCloseable add(Listener listener) {
        Place place = new Place(listener);
        places.add(place);
        return () -> places.remove(place);
    }

    void tell(List<Signal> signals) {
        for (Place place : places) {
            signals.forEach(place::tell);
        }
    }
}
