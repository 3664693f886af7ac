package tacit.surface.events;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.event.Event;
import tacit.api.store.Scope;

/** Somebody who is told of what they may see; one that fails is told on. Thread-safe. */
final class Follower {

    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    private final Scope scope;
    private final Consumer<Event> listener;
    private final AtomicBoolean failed = new AtomicBoolean();

    Follower(Scope scope, Consumer<Event> listener) {
        this.scope = scope;
        this.listener = listener;
    }

    void tell(Event event) {
        if (!Sight.sees(scope, event)) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            if (failed.compareAndSet(false, true)) {
                log.warn(
                        "Cannot tell a follower of event {}; it is told on, and this is said once",
                        event.sequence(),
                        e);
            }
        }
    }
}
