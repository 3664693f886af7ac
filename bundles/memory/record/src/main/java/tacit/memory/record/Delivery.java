package tacit.memory.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
    private final Quotes quotes;
    private final Function<Scope, List<String>> said;

    /** The events of this round by which something is forgotten. */
    private final Set<Long> known = new HashSet<>();

    /**
     * One time round.
     *
     * @param behind who still waits, and why
     * @param changed how many copies each changed
     * @param said what is forgotten, by workspace, and may be quoted by work that goes on
     */
    record Round(List<String> behind, SortedMap<String, Long> changed, SortedMap<String, Set<String>> said) {}

    /**
     * A delivery.
     *
     * @param quotes texts that somebody is about to have forgotten
     * @param said what a user said in runs
     */
    Delivery(Database database, Quotes quotes, Function<Scope, List<String>> said) {
        this.database = database;
        this.quotes = quotes;
        this.said = said;
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

    /** Tells everybody; and where something was to be forgotten, has them look for what was quoted meanwhile. */
    Round run() {
        Round round = new Round(new ArrayList<>(), new TreeMap<>(unreported), new TreeMap<>());
        known.clear();
        for (String name : database.read(session -> new Events(session).listeners())) {
            Listener listener = listeners.get(name);
            if (listener != null) {
                deliver(listener, round);
            } else if (!pending(name, 1).isEmpty()) {
                round.behind().add("'" + name + "' is not running");
            }
        }
        if (!known.isEmpty()) {
            round.said().putAll(quotes.all());
            forget(round);
        }
        unreported.putAll(round.changed());
        return round;
    }

    /** Has quotes of texts that were forgotten a while ago taken back. */
    Round forget(Map<String, Set<String>> said) {
        Round round = new Round(new ArrayList<>(), new TreeMap<>(), new TreeMap<>(said));
        forget(round);
        return round;
    }

    private void forget(Round round) {
        for (Listener listener : listeners.values()) {
            try {
                long count = listener.quoting().forget(round.said());
                if (count > 0) {
                    round.changed().merge(listener.name(), count, Long::sum);
                }
            } catch (RuntimeException e) {
                log.warn("Cannot have '{}' look for quotes of what is forgotten", listener.name(), e);
                round.behind()
                        .add("'" + listener.name() + "' failed with "
                                + e.getClass().getSimpleName());
            }
        }
    }

    /** Before anybody is told: afterwards nobody knows any more what was said. */
    private void expect(Events.Event event) {
        MemoryRecord removed = event.removed();
        boolean forgets = event.withEvidence() && (removed != null || event.isClearing());
        if (!forgets || !known.add(event.number())) {
            return;
        }
        if (removed != null) {
            quotes.expect(Scope.ofWorkspace(event.workspaceId()), Worded.of(removed));
        } else if (event.userId() != null && !quotes.knows(event.scope())) {
            quotes.expect(event.scope(), said.apply(event.scope()));
        }
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
        some.forEach(this::expect);
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
