package tacit.pulse.triggers;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.osgi.service.component.annotations.Component;

/** How each trigger does. Thread-safe. */
@Component(service = Tallies.class)
public final class Tallies {

    private final ConcurrentMap<String, Tally> tallies = new ConcurrentHashMap<>();

    Tally of(String triggerId) {
        return tallies.computeIfAbsent(triggerId, id -> new Tally());
    }
}
