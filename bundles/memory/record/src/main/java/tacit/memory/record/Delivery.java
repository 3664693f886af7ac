package tacit.memory.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private final Map<String, Long> unreported = new TreeMap<>();

    /**
     * One time round.
     *
     * @param behind who still waits, and why
     * @param changed how many copies each changed
     */
    record Round(List<String> behind, SortedMap<String, Long> changed) {}

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

    /** Tells everybody; what a round before changed and nobody asked for counts, too. */
    Round report() {
        Round round = run();
        unreported.clear();
        return round;
    }

    /** Tells everybody. */
    Round run() {
        Round round = new Round(new ArrayList<>(), new TreeMap<>(unreported));
        for (String name : database.read(session -> new Events(session).listeners())) {
            Listener listener = listeners.get(name);
            if (listener != null) {
                deliver(listener, round);
            } else if (!pending(name, 1).isEmpty()) {
                round.behind().add("'" + name + "' is not running");
            }
        }
        unreported.putAll(round.changed());
        return round;
    }

    private void deliver(Listener listener, Round round) {
        try {
            List<Events.Event> events = pending(listener.name(), AT_ONCE);
            while (!events.isEmpty()) {
                for (int from = 0; from < events.size(); from += listener.atOnce()) {
                    List<Events.Event> some = events.subList(from, Math.min(events.size(), from + listener.atOnce()));
                    round.changed().merge(listener.name(), deliver(listener, some), Long::sum);
                }
                events = pending(listener.name(), AT_ONCE);
            }
        } catch (RuntimeException e) {
            log.warn("Cannot tell '{}' of changed memories; it is told again", listener.name(), e);
            round.behind()
                    .add("'" + listener.name() + "' failed with " + e.getClass().getSimpleName());
        }
    }

    private long deliver(Listener listener, List<Events.Event> some) {
        long changed = listener.telling().tell(some, this::now);
        database.write(session -> {
            new Events(session).told(listener.name(), some.get(some.size() - 1).number());
            return some;
        });
        return changed;
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
