package tacit.runtime.harness.facade;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.Artifact;
import tacit.api.harness.HarnessView;
import tacit.api.harness.RoleStatus;
import tacit.runtime.harness.recording.Recorder;

/** The facades of all roles and the one table behind them. Thread-safe; works without a framework. */
public final class Facades {

    private final Caller caller;
    private final Overlays overlays = new Overlays(this, seat -> new Entry(seat, gauge(seat.role(), seat.type())));
    private final Map<String, RoleGauge> gauges = new ConcurrentHashMap<>();
    private final List<Entry> retired = new ArrayList<>();
    private volatile Table table = Table.EMPTY;
    private volatile boolean changing;

    /**
     * Begins without any provider.
     *
     * @param timingsOneOf one of so many calls is timed; 0 for none
     */
    public Facades(Recorder recorder, int timingsOneOf) {
        this.caller = new Caller(recorder, timingsOneOf);
    }

    /** Makes the facade of a role; it answers as long as the role has a provider. */
    public <T> T facade(String role, Class<T> type) {
        gauge(role, type);
        return proxy(type, new Facade(this, caller, role, type));
    }

    /** Who is led past the table. */
    public Overlays overlays() {
        return overlays;
    }

    /** The table in force. */
    public Table table() {
        return table;
    }

    /**
     * Says whether a change is under way. As long as it is, who calls a facade lets another thread go first: where calls
     * keep all processors busy, a change would else wait for its turn at each of its steps.
     */
    public void changing(boolean underWay) {
        changing = underWay;
    }

    @SuppressWarnings("ThreadPriorityCheck")
    void giveWay() {
        if (changing) {
            Thread.yield();
        }
    }

    /**
     * Makes a table and changes nothing yet; entries whose seats stay the same are taken over.
     *
     * @throws IllegalArgumentException when a role comes twice
     */
    public Table prepare(long generation, Collection<Seat> seats) {
        Map<String, Entry> entries = new HashMap<>();
        for (Seat seat : seats) {
            Entry present = table.entry(seat.role());
            Entry entry = present != null && present.seat().same(seat)
                    ? present
                    : new Entry(seat, gauge(seat.role(), seat.type()));
            if (entries.put(seat.role(), entry) != null) {
                throw new IllegalArgumentException("seats must name each role once, got '" + seat.role() + "' twice");
            }
        }
        return new Table(generation, entries);
    }

    /** Puts a table that {@link #prepare} made into force; nobody else may have done so in between. */
    public Retirement install(Table next) {
        List<Entry> gone = new ArrayList<>(table.entries());
        gone.removeAll(next.entries());
        List<Entry> come = new ArrayList<>(next.entries());
        come.removeAll(table.entries());
        come.forEach(Entry::begin);
        // The table before the leases: whoever is turned back by a retired lease must find the next table.
        table = next;
        return retire(gone);
    }

    /** Lets nobody into these any more. */
    Retirement retire(List<Entry> gone) {
        gone.forEach(Entry::retire);
        settle();
        synchronized (retired) {
            retired.addAll(gone);
        }
        return new Retirement(this, gone);
    }

    /** Whether anybody is still inside an entry of such a kind that was retired, by whichever flip. */
    public boolean busy(Predicate<Seat> kind) {
        settle();
        synchronized (retired) {
            return retired.stream().anyMatch(entry -> kind.test(entry.seat()));
        }
    }

    /** Takes the whole table once. */
    public HarnessView view() {
        while (true) {
            Table present = table;
            if (present.pin()) {
                return new PinnedView(this, caller, present);
            }
        }
    }

    /** The roles that have a provider or are among these, by name. */
    public List<RoleStatus> statuses(Collection<String> declared) {
        Table present = table;
        List<RoleStatus> statuses = new ArrayList<>();
        new TreeMap<>(gauges).forEach((role, gauge) -> {
            Optional<Seat> seat = Optional.ofNullable(present.entry(role)).map(Entry::seat);
            if (seat.isPresent() || declared.contains(role)) {
                statuses.add(status(role, gauge, seat.orElse(null)));
            }
        });
        return List.copyOf(statuses);
    }

    /** Whether there is or was a facade or a provider of this name. */
    boolean knows(String role) {
        return gauges.containsKey(role);
    }

    /** Lets go of the entries that nobody is in any more. */
    void settle() {
        List<Entry> waiting;
        synchronized (retired) {
            waiting = List.copyOf(retired);
        }
        List<Entry> settled = waiting.stream().filter(Entry::settle).toList();
        synchronized (retired) {
            retired.removeAll(settled);
        }
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private RoleGauge gauge(String role, @Nullable Class<?> type) {
        return gauges.computeIfAbsent(role, name -> new RoleGauge(type == null ? "" : type.getName()));
    }

    private static RoleStatus status(String role, RoleGauge gauge, @Nullable Seat seat) {
        Artifact artifact = seat == null ? null : seat.artifact();
        return new RoleStatus(
                role,
                gauge.type(),
                artifact == null ? null : artifact.symbolicName(),
                artifact == null ? null : artifact.version(),
                artifact == null ? null : artifact.sha256(),
                seat == null ? null : seat.slot(),
                gauge.inside(),
                gauge.calls(),
                gauge.errors(),
                gauge.p99());
    }
}
