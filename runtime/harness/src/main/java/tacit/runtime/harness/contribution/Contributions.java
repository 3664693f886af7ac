package tacit.runtime.harness.contribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.harness.Scheduled;
import tacit.runtime.harness.Slots;
import tacit.runtime.harness.facade.Entry;
import tacit.runtime.harness.facade.Facades;
import tacit.runtime.harness.facade.Retirement;
import tacit.runtime.harness.facade.Table;

/** Publishes what the active bundles offer besides their roles, and nothing of the others. Confined to its turns. */
public final class Contributions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Contributions.class);

    private final BundleContext context;
    private final Facades facades;
    private final Turns turns;
    private final ScheduledExecutorService threads;
    private final Set<String> refused;
    private final ServiceListener listener = this::changed;
    private final Map<Long, Offer> offers = new HashMap<>();
    private final Map<Long, ScheduledWork> scheduled = new HashMap<>();
    private final Map<String, Publication> publications = new HashMap<>();
    private boolean closed;

    /**
     * Begins without any active bundle.
     *
     * @param refused the types that no bundle of a slot may provide to others
     */
    public Contributions(
            BundleContext context,
            Facades facades,
            Turns turns,
            ScheduledExecutorService threads,
            Set<String> refused) {
        this.context = context;
        this.facades = facades;
        this.turns = turns;
        this.threads = threads;
        this.refused = Set.copyOf(refused);
        context.addServiceListener(listener);
    }

    /** Puts a table into force, and publishes accordingly: to be called in a turn. */
    public Retirement swap(Table next) {
        List<Offer> coming = new ArrayList<>();
        for (Entry entry : next.entries()) {
            if (!facades.table().entries().contains(entry)) {
                coming.addAll(offered(entry));
            }
        }
        List<Offer> going = offers.values().stream()
                .filter(offer -> !next.entries().contains(offer.entry()))
                .toList();
        Set<String> replaced = places(coming);
        // Who calls a proxy must find its bundle: it goes before the table changes, and comes after.
        going.stream().filter(Offer::isProxied).forEach(offer -> withdraw(offer, replaced));
        release(going);
        Retirement retirement = facades.install(next);
        coming.forEach(this::publish);
        going.stream().filter(offer -> !offer.isProxied()).forEach(offer -> withdraw(offer, replaced));
        going.forEach(this::end);
        return retirement;
    }

    @Override
    public void close() {
        context.removeServiceListener(listener);
        turns.run(() -> {
            closed = true;
            scheduled.values().forEach(ScheduledWork::cancel);
            publications.values().forEach(Publication::withdraw);
            publications.clear();
            offers.clear();
        });
    }

    private void changed(ServiceEvent event) {
        ServiceReference<?> reference = event.getServiceReference();
        Bundle bundle = reference.getBundle();
        if (bundle != null && Slots.holds(bundle) && Offer.concerns(reference)) {
            int type = event.getType();
            turns.soon(() -> changed(type, bundle, reference));
        }
    }

    private void changed(int type, Bundle bundle, ServiceReference<?> reference) {
        Offer known = offers.get(Offer.id(reference));
        if (type == ServiceEvent.REGISTERED && known == null && !closed) {
            facades.table().entries().stream()
                    .filter(entry -> bundle.equals(entry.seat().bundle()))
                    .findFirst()
                    .map(entry -> acquire(entry, reference))
                    .ifPresent(this::publish);
        } else if (type == ServiceEvent.UNREGISTERING && known != null) {
            withdraw(known, Set.of());
            end(known);
            known.entry().contributed().remove(known.key());
            context.ungetService(reference);
        } else if (type == ServiceEvent.MODIFIED && known != null) {
            Publication publication = publications.get(known.place());
            if (publication != null) {
                publication.update(known);
            }
        }
    }

    private List<Offer> offered(Entry entry) {
        List<Offer> offered = new ArrayList<>();
        Bundle bundle = entry.seat().bundle();
        ServiceReference<?>[] references = bundle == null ? null : bundle.getRegisteredServices();
        if (references != null) {
            for (ServiceReference<?> reference : references) {
                Offer offer = Offer.concerns(reference) ? acquire(entry, reference) : null;
                if (offer != null) {
                    offered.add(offer);
                }
            }
        }
        return offered;
    }

    private @Nullable Offer acquire(Entry entry, ServiceReference<?> reference) {
        Object service = context.getService(reference);
        if (service == null) {
            log.warn(
                    "Cannot publish a service of role '{}': it could not be made",
                    entry.seat().role());
            return null;
        }
        Offer offer = Offer.of(entry, reference, service, refused);
        entry.contributed().put(offer.key(), service);
        return offer;
    }

    // The table is in force by now: what cannot be published must not make the swap look as if it had failed.
    private void publish(Offer offer) {
        try {
            begin(offer);
        } catch (RuntimeException | LinkageError e) {
            log.error(
                    "Cannot publish service '{}' of role '{}'",
                    offer.key(),
                    offer.entry().seat().role(),
                    e);
        }
    }

    private void begin(Offer offer) {
        offers.put(Offer.id(offer.reference()), offer);
        if (offer.service() instanceof Scheduled work) {
            scheduled.put(Offer.id(offer.reference()), ScheduledWork.begin(threads, offer.entry(), work));
        }
        if (offer.types().isEmpty()) {
            return;
        }
        Publication present = publications.get(offer.place());
        if (present != null && present.suits(offer)) {
            present.update(offer);
            return;
        }
        publications.put(offer.place(), Publication.of(context, facades, offer));
        if (present != null) {
            present.withdraw();
        }
    }

    private void withdraw(Offer offer, Set<String> replaced) {
        if (!replaced.contains(offer.place())) {
            Publication publication = publications.remove(offer.place());
            if (publication != null) {
                publication.withdraw();
            }
        }
    }

    private void end(Offer offer) {
        offers.remove(Offer.id(offer.reference()));
        ScheduledWork work = scheduled.remove(Offer.id(offer.reference()));
        if (work != null) {
            work.cancel();
        }
    }

    /** Lets the component runtime have the objects back as soon as nobody is in them any more. */
    private void release(Collection<Offer> gone) {
        Map<Entry, List<ServiceReference<?>>> references = new HashMap<>();
        gone.forEach(offer -> references
                .computeIfAbsent(offer.entry(), entry -> new ArrayList<>())
                .add(offer.reference()));
        references.forEach((entry, held) -> entry.whenDrained(() -> turns.soon(() -> {
            if (!closed) {
                held.forEach(context::ungetService);
            }
        })));
    }

    private static Set<String> places(Collection<Offer> offers) {
        Set<String> places = new HashSet<>();
        offers.forEach(offer -> places.add(offer.place()));
        return places;
    }
}
