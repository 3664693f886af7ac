package tacit.runtime.harness.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import tacit.api.harness.Calls;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.HarnessView;
import tacit.api.harness.RoleStatus;
import tacit.runtime.harness.contribution.Contributions;
import tacit.runtime.harness.contribution.Turns;
import tacit.runtime.harness.facade.Facades;
import tacit.runtime.harness.facade.Overlay;
import tacit.runtime.harness.facade.Overlays;
import tacit.runtime.harness.facade.Retirement;
import tacit.runtime.harness.facade.Seat;
import tacit.runtime.harness.facade.Table;
import tacit.runtime.harness.recording.Recorder;
import tacit.runtime.harness.recording.RecordingRules;
import tacit.runtime.harness.recording.RecordingViews;
import tacit.runtime.harness.recording.ViewedTypes;

/** Sends calls to the providers in force, and puts others into force. Thread-safe. */
public final class Router implements AutoCloseable {

    private final Turns turns = new Turns();
    private final Recorder recorder;
    private final Facades facades;
    private final ScheduledExecutorService threads;
    private final FacadeServices services;
    private final RecordingViews views;
    private final Contributions contributions;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Map<String, Provider> active = Map.of();

    public Router(BundleContext context, Clock clock, Calls calls, RouterSettings settings) {
        this(context, clock, calls, settings, threads(settings.scheduledThreads()));
    }

    /** Makes a router whose scheduled work is done by these threads, which it stops when it is closed. */
    Router(BundleContext context, Clock clock, Calls calls, RouterSettings settings, ScheduledExecutorService threads) {
        RecordingRules rules =
                new RecordingRules(settings.decisionsOneOf(), settings.maxRecorded(), settings.recordingQueue());
        this.recorder = new Recorder(
                rules, clock, calls, () -> ThreadLocalRandom.current().nextLong());
        this.facades = new Facades(recorder, settings.timingsOneOf());
        this.threads = threads;
        this.services = new FacadeServices(context, facades);
        this.views = new RecordingViews(context, recorder, clock);
        this.contributions = new Contributions(context, facades, turns, threads, ViewedTypes.names(context));
    }

    /** Where recorded calls go from now on; null for nowhere. */
    public void decisions(@Nullable DecisionLog log) {
        recorder.decisions(log);
    }

    /** As {@link Recorder#still}. */
    public <T> T still(Instant time, long seed, boolean alone, Callable<T> work) throws Exception {
        return recorder.still(time, seed, alone, work);
    }

    /** Does work during which callers give way to it. */
    public <T> T ahead(Supplier<T> work) {
        facades.changing(true);
        try {
            return work.get();
        } finally {
            facades.changing(false);
        }
    }

    /** Calls that should have been recorded and were not, because there were too many or they were too large. */
    public long unrecorded() {
        return recorder.dropped();
    }

    /**
     * Makes these the providers of all roles by one write, then republishes what their bundles contribute.
     *
     * @throws IllegalArgumentException when a role comes twice; nothing changed then
     */
    public Flip flip(long generation, Collection<Provider> providers) {
        List<Seat> seats = providers.stream().map(Router::seat).toList();
        return turns.take(() -> {
            Table next = facades.prepare(generation, seats);
            Map<String, Provider> coming = new HashMap<>();
            providers.forEach(provider -> coming.put(provider.role(), provider));
            services.keepOnly(coming.keySet());
            Retirement retirement = contributions.swap(next);
            active = Map.copyOf(coming);
            services.come(providers);
            return new Flip(this, retirement);
        });
    }

    /** Registers the facades of roles that stand alone; called once, after the first flip, or without one when boot failed. */
    public void declare(Collection<DeclaredRole> roles) {
        turns.run(() -> roles.stream().filter(role -> !role.many()).forEach(services::declare));
    }

    /** Providers for threads that are led to them; nobody is yet. */
    public Overlay overlay(Collection<Provider> providers) {
        return facades.overlays().lay(providers.stream().map(Router::seat).toList());
    }

    /** As {@link Overlays#under}. */
    public <T> T under(Overlay overlay, Callable<T> work) throws Exception {
        return facades.overlays().under(overlay, work);
    }

    /** As {@link Overlays#carried}. */
    public <T> Callable<T> carried(Callable<T> work) {
        return facades.overlays().carried(work);
    }

    /** Leads nobody to an overlay any more. */
    public Flip withdraw(Overlay overlay) {
        return new Flip(this, facades.overlays().withdraw(overlay));
    }

    /** Takes the whole table once. */
    public HarnessView view() {
        return facades.view();
    }

    /** Every role that is declared or provided, by name. */
    public List<RoleStatus> statuses() {
        return facades.statuses(services.declared());
    }

    /** The generation in force; 0 for none. */
    public long generation() {
        return facades.table().generation();
    }

    /** The facade of a role that is declared alone or has a provider. */
    public @Nullable Object facade(String role) {
        return services.facade(role);
    }

    /** What fills a role now. */
    public Optional<Provider> active(String role) {
        return Optional.ofNullable(active.get(role));
    }

    /** Whether calls are still inside a bundle, whichever flip retired it: its slot must not be refilled or stopped. */
    public boolean busy(Bundle bundle) {
        return facades.busy(seat -> bundle.equals(seat.bundle()));
    }

    /** Withdraws everything; a second call does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        turns.run(services::close);
        contributions.close();
        views.close();
        recorder.close();
        threads.shutdownNow();
    }

    private static Seat seat(Provider provider) {
        DeclaredRole declared = provider.declared();
        return new Seat(
                provider.role(),
                declared == null ? null : declared.type(),
                provider.artifact(),
                provider.slot(),
                provider.service(),
                provider.bundle());
    }

    private static ScheduledExecutorService threads(int most) {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(most, work -> {
            Thread thread = new Thread(work, "tacit-scheduled");
            thread.setDaemon(true);
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
        return threads;
    }
}
