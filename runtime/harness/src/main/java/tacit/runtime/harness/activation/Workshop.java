package tacit.runtime.harness.activation;

import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.Ledger;
import tacit.api.harness.Calls;
import tacit.api.harness.DecisionLog;
import tacit.runtime.harness.HostOffer;
import tacit.runtime.harness.routing.Router;
import tacit.runtime.harness.routing.RouterSettings;
import tacit.runtime.harness.routing.ServiceVeil;
import tacit.runtime.harness.slot.Probe;
import tacit.runtime.harness.slot.Questions;
import tacit.runtime.harness.slot.SlotRack;

/** Puts together what changes the harness. The holder of the lock of changes uses it. */
final class Workshop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Workshop.class);

    final Alarms alarms = new Alarms();
    final Router router;
    final LiveTable table;
    final Activation activation;
    final Rollback rollback;
    final Plans plans;
    final Drill drill;
    final TrialDesk trials;
    final Supervisor supervisor;
    private final Ledger ledger;
    private final ServiceVeil veil;
    private final DeclaredRoles roles;
    private final Recovery recovery;
    private final FirstStart first;
    private final StartingFile starting;
    private final Retention retention;

    Workshop(
            Parts parts,
            Calls calls,
            ConfigurationAdmin configurations,
            ServiceComponentRuntime components,
            Settings settings,
            Supplier<@Nullable DecisionLog> decisions,
            Lock changes) {
        ledger = parts.ledger();
        veil = new ServiceVeil(parts.context());
        router = new Router(parts.context(), parts.clock(), calls, routing(settings));
        SlotRack slots = new SlotRack(parts.context(), configurations, components, settings.limits(), router::busy);
        table = new LiveTable(router, slots);
        roles = new DeclaredRoles(parts.context());
        Bundles bundles = new Bundles(parts.artifacts(), parts.trust());
        Questions questions = new Questions(decisions, parts.clock());
        Probe probe = new Probe(calls, router::still, settings.limits().probe());
        Preparation preparation = new Preparation(bundles, parts.artifacts(), roles, slots, questions, probe);
        Transition transition = new Transition(parts, table, preparation, roles, questions, probe, settings.drain());
        activation = new Activation(parts, table, bundles, new NextGeneration(bundles, roles), transition);
        rollback = new Rollback(parts, table, activation, transition);
        plans = new Plans(table, bundles, activation, new HostOffer(parts.context()));
        trials = new TrialDesk(parts, activation, preparation, table, router, settings.drain());
        drill = new Drill(parts, table, preparation, transition, roles, questions, probe);
        supervisor = new Supervisor(parts, table, preparation, transition, trials, alarms, changes);
        starting = new StartingFile(settings.data().resolve("ledger").resolve("starting"));
        recovery = new Recovery(parts, activation, transition, alarms, starting);
        ShippedBundles shipped = new ShippedBundles(settings.home().resolve("harness"), parts, alarms);
        first = new FirstStart(parts, table, shipped, preparation, transition, alarms, starting);
        retention = new Retention(parts, table, settings.reach());
    }

    private static RouterSettings routing(Settings settings) {
        RouterSettings standard = RouterSettings.standard();
        return new RouterSettings(
                settings.decisionsOneOf(),
                standard.timingsOneOf(),
                standard.maxRecorded(),
                standard.recordingQueue(),
                standard.scheduledThreads());
    }

    /** Lets the last good generation decide and publishes the facades, whatever came of it. */
    void start() {
        try {
            recovery.run();
            if (ledger.active().isEmpty() || table.generation().isPresent()) {
                first.run();
            }
        } catch (RuntimeException e) {
            log.error("Cannot start the harness", e);
            alarms.raise("start", "The harness could not start: " + e.getMessage());
        } finally {
            router.declare(roles.all().stream().filter(role -> !role.many()).toList());
        }
    }

    /** Makes a change ahead of all calls, and tidies up after it. */
    ActivationReport change(Supplier<ActivationReport> change) {
        trials.closeAll();
        return settle(router.ahead(change));
    }

    private ActivationReport settle(ActivationReport report) {
        if (report.succeeded()) {
            alarms.clear("start");
            supervisor.reset();
            starting.forget(Long.MAX_VALUE);
            try {
                retention.clean();
            } catch (RuntimeException e) {
                log.warn("Cannot clean the store", e);
            }
        }
        return report;
    }

    @Override
    public void close() {
        trials.closeAll();
        router.close();
        table.slots().close();
        veil.close();
    }
}
