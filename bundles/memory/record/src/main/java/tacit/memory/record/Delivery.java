package tacit.memory.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** Tells each listener what it was not told yet, in order; who fails is told the same again. Confined to one thread, but for who listens. */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

    Delivery(Database database) {
        this.database = database;
    }

    void add(Listener listener) {
        database.write(session -> {
            new Events(session).listen(listener.name());
            return listener;
        });
        listeners.put(listener.name(), listener);
    }

    void remove(String name) {
        listeners.remove(name);
    }

    /** Tells everybody; answers who still waits, and why. */
    List<String> run() {
        List<String> behind = new ArrayList<>();
        for (String name : database.read(session -> new Events(session).listeners())) {
            Listener listener = listeners.get(name);
            if (listener != null) {
                deliver(listener, behind);
            } else if (!pending(name, 1).isEmpty()) {
                behind.add("'" + name + "' is not running");
            }
        }
        return behind;
    }

    private void deliver(Listener listener, List<String> behind) {
        try {
            List<Events.Event> events = pending(listener.name(), AT_ONCE);
            while (!events.isEmpty()) {
                events.forEach(event -> deliver(listener, event));
                events = pending(listener.name(), AT_ONCE);
            }
        } catch (RuntimeException e) {
            log.warn("Cannot tell '{}' of changed memories; it is told again", listener.name(), e);
            behind.add("'" + listener.name() + "' failed with " + e.getClass().getSimpleName());
        }
    }

    private void deliver(Listener listener, Events.Event event) {
        listener.tell(event, now(event));
        database.write(session -> {
            new Events(session).told(listener.name(), event.number());
            return event;
        });
    }

    private List<MemoryRecord> now(Events.Event event) {
        return database.read(session -> new MemoryTables(session)
                .own(Scope.ofWorkspace(event.workspaceId()), event.memoryId()).stream()
                        .map(StoredMemory::memory)
                        .toList());
    }

    private List<Events.Event> pending(String name, int most) {
        return database.read(session -> new Events(session).pending(name, most));
    }
}
