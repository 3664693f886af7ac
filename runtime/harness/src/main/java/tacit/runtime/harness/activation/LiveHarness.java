package tacit.runtime.harness.activation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import tacit.api.access.AuditLog;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifacts;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.Ledger;
import tacit.api.generation.LedgerEntry;
import tacit.api.generation.Trials;
import tacit.api.harness.Calls;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Harness;
import tacit.api.harness.HarnessView;
import tacit.api.harness.RoleStatus;
import tacit.api.trust.BundleTrust;

/** The harness of the running host. Thread-safe. */
@Component(
        service = {Generations.class, Harness.class, Trials.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HarnessConfig.class)
public final class LiveHarness implements Generations, Harness, Trials {

    private final ReentrantLock changes = new ReentrantLock(true);
    private final AtomicReference<@Nullable DecisionLog> decisions = new AtomicReference<>();
    private final Parts parts;
    private final Workshop workshop;
    private final Listeners listeners;
    private final ScheduledExecutorService supervisor;
    private final ScheduledFuture<?> looks;
    private final ServiceRegistration<?> alarms;

    @Activate
    public LiveHarness(
            BundleContext context,
            @Reference Ledger ledger,
            @Reference Artifacts artifacts,
            @Reference BundleTrust trust,
            @Reference Calls calls,
            @Reference AuditLog audit,
            @Reference Clock clock,
            @Reference ConfigurationAdmin configurations,
            @Reference ServiceComponentRuntime components,
            HarnessConfig config) {
        Settings settings = Settings.of(config);
        this.parts = new Parts(context, ledger, artifacts, trust, audit, clock);
        this.workshop = new Workshop(parts, calls, configurations, components, settings, decisions::get, changes);
        this.listeners = new Listeners(context);
        this.alarms = context.registerService(
                Supplier.class, this::alarms, FrameworkUtil.asDictionary(Map.of("tacit.entry", "alarms")));
        locked(() -> {
            workshop.start();
            return true;
        });
        this.supervisor = Executors.newSingleThreadScheduledExecutor(LiveHarness::thread);
        long seconds = settings.look().toSeconds();
        this.looks = supervisor.scheduleWithFixedDelay(workshop.supervisor::look, seconds, seconds, TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tacit-harness-supervisor");
        thread.setDaemon(true);
        return thread;
    }

    /** Decisions are recorded while there is a log for them. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDecisions(DecisionLog log) {
        decisions.set(log);
        workshop.router.decisions(log);
    }

    void unbindDecisions(DecisionLog log) {
        if (decisions.compareAndSet(log, null)) {
            workshop.router.decisions(null);
        }
    }

    @Deactivate
    void close() {
        looks.cancel(false);
        supervisor.shutdown();
        alarms.unregister();
        locked(() -> {
            workshop.close();
            return true;
        });
    }

    @Override
    public Optional<Generation> active() {
        return workshop.table.generation();
    }

    @Override
    public List<Generation> list() {
        return parts.ledger().generations();
    }

    @Override
    public List<LedgerEntry> history() {
        return parts.ledger().entries();
    }

    @Override
    public GenerationDiff diff(long from, long to) {
        return Differences.between(Optional.of(find(from)), find(to));
    }

    private Generation find(long number) {
        return parts.ledger()
                .find(number)
                .orElseThrow(() -> new IllegalArgumentException("There is no generation " + number));
    }

    @Override
    public ActivationPlan plan(ActivationRequest request) {
        return locked(() -> workshop.plans.plan(request));
    }

    @Override
    public ActivationReport activate(ActivationRequest request) {
        return locked(() -> listeners.told(workshop.change(() -> workshop.activation.run(request))));
    }

    @Override
    public ActivationReport rollBack(Optional<Long> number, String by, String reason) {
        return locked(() -> listeners.told(workshop.change(() -> workshop.rollback.run(number, by, reason))));
    }

    @Override
    public DrillReport drill(int swaps, String by) {
        return locked(() -> {
            workshop.trials.closeAll();
            return workshop.drill.run(swaps, by);
        });
    }

    @Override
    public ActivationReport open(String id, ActivationRequest request) {
        return locked(() -> workshop.trials.open(id, request));
    }

    @Override
    public Set<String> open() {
        return workshop.trials.open();
    }

    @Override
    public <T> T under(String id, Callable<T> work) throws Exception {
        return workshop.trials.under(id, work);
    }

    @Override
    public <T> Callable<T> carried(Callable<T> work) {
        return workshop.router.carried(work);
    }

    @Override
    public void close(String id) {
        locked(() -> {
            workshop.trials.close(id);
            return true;
        });
    }

    @Override
    public List<RoleStatus> roles() {
        return workshop.router.statuses();
    }

    @Override
    public HarnessView view() {
        return workshop.router.view();
    }

    @Override
    public long unrecorded() {
        return workshop.router.unrecorded();
    }

    @Override
    public List<String> alarms() {
        List<String> all = new ArrayList<>(workshop.alarms.list());
        all.addAll(workshop.table.slots().busy());
        all.addAll(parts.ledger().findings());
        return all;
    }

    /** Who looks after the roles. */
    Supervisor supervisor() {
        return workshop.supervisor;
    }

    private <T> T locked(Supplier<T> change) {
        changes.lock();
        try {
            return change.get();
        } finally {
            changes.unlock();
        }
    }
}
