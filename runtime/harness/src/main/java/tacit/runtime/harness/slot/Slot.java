package tacit.runtime.harness.slot;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.harness.Role;
import tacit.runtime.harness.routing.DeclaredRole;
import tacit.runtime.harness.routing.Flip;
import tacit.runtime.harness.routing.Provider;

/** One of the two containers of a role. Changed by one thread at a time; looked at by any. */
public final class Slot {

    private static final Logger log = LoggerFactory.getLogger(Slot.class);
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(5);

    private final String role;
    private final String name;
    private final SlotKit kit;
    private volatile @Nullable Filling filling;
    private volatile @Nullable Provider provider;
    private volatile @Nullable Thread hung;
    private volatile @Nullable Flip retired;

    Slot(String role, String name, SlotKit kit) {
        this.role = role;
        this.name = name;
        this.kit = kit;
    }

    /** What it was filled with; null when nothing that runs is in it. */
    public @Nullable Filling filling() {
        return provider == null ? null : filling;
    }

    /** What it offers to the table. */
    public Provider provider() {
        return Objects.requireNonNull(provider, "provider");
    }

    /** Whether exactly this is in it and runs. */
    public boolean holds(Filling wanted) {
        return wanted.equals(filling()) && alive();
    }

    /** Whether what is in it still runs: an operator may have stopped it. */
    public boolean alive() {
        Provider current = provider;
        return current != null
                && current.bundle().getState() == Bundle.ACTIVE
                && (current.reference() == null || current.reference().getBundle() != null);
    }

    /** Why nothing may be put into it now, in words; empty when it is free. */
    public Optional<String> busy() {
        Thread thread = hung;
        if (thread != null && thread.isAlive()) {
            return Optional.of(subject() + " is kept by code that did not return, at " + Errand.stack(thread));
        }
        Bundle bundle = bundle();
        if (bundle != null && kit.called.test(bundle)) {
            Flip flip = retired;
            String stuck = flip == null ? "" : ": " + String.join("; ", flip.stuck());
            return Optional.of(subject() + " still has calls inside" + stuck);
        }
        return Optional.empty();
    }

    /** Remembers the flip that took it out of the table. */
    public void retire(Flip flip) {
        retired = flip;
    }

    /** Puts a jar with its settings in, in place of whatever was there. */
    public void fill(Filling wanted, byte[] jar) throws StepFailure {
        empty();
        try {
            Bundle bundle = bundle();
            if (bundle == null) {
                bundle = kit.context.installBundle(location(), new ByteArrayInputStream(jar));
            } else {
                bundle.update(new ByteArrayInputStream(jar));
            }
            kit.settings.write(bundle, wanted);
            filling = wanted;
        } catch (BundleException | RuntimeException e) {
            throw new StepFailure(subject() + " does not take the jar: " + Causes.words(e), e);
        }
    }

    /** Stops what is in it. */
    public void empty() throws StepFailure {
        Optional<String> busy = busy();
        if (busy.isPresent()) {
            throw new StepFailure(busy.get());
        }
        Provider old = provider;
        provider = null;
        filling = null;
        Bundle bundle = bundle();
        if (bundle == null) {
            return;
        }
        try {
            String subject = "the bundle that was in " + subject() + " does not stop: ";
            errand("stop", subject, () -> stop(bundle, old));
        } catch (ExecutionException e) {
            log.warn("Bundle in {} complained when it was stopped", subject(), e.getCause());
        }
    }

    private Void stop(Bundle bundle, @Nullable Provider old) throws BundleException {
        if (old != null && old.reference() != null) {
            kit.context.ungetService(old.reference());
        }
        bundle.stop(Bundle.STOP_TRANSIENT);
        return null;
    }

    /** Finds its packages. */
    public void resolve() throws StepFailure {
        Bundle bundle = filled();
        if (!kit.wiring().resolveBundles(List.of(bundle))) {
            throw new StepFailure(Causes.missing(bundle, kit.wiring()));
        }
    }

    /** Starts it until the host ends. */
    public void start() throws StepFailure {
        Bundle bundle = filled();
        try {
            errand("start", "", () -> {
                bundle.start(Bundle.START_TRANSIENT);
                return bundle;
            });
        } catch (ExecutionException e) {
            throw new StepFailure("it failed at its start: " + Causes.words(e), e);
        }
    }

    /**
     * Waits until its component works and gets the service that fills the role.
     *
     * @param declared null for an extension, which has none
     */
    public void satisfy(@Nullable DeclaredRole declared) throws StepFailure {
        Bundle bundle = filled();
        long deadline = System.nanoTime() + kit.limits.satisfy().toNanos();
        List<String> lacking = kit.components.lacking(bundle, role);
        while (!lacking.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN);
            lacking = kit.components.lacking(bundle, role);
        }
        if (!lacking.isEmpty()) {
            throw new StepFailure(String.join("; ", lacking));
        }
        Filling current = Objects.requireNonNull(filling, "filling");
        if (declared == null) {
            provider = new Provider(role, null, current.artifact(), name, bundle, null, null);
            return;
        }
        ServiceReference<?> reference = reference(bundle, declared);
        Object service = service(bundle, reference);
        provider = new Provider(role, declared, current.artifact(), name, bundle, reference, service);
    }

    private ServiceReference<?> reference(Bundle bundle, DeclaredRole declared) throws StepFailure {
        ServiceReference<?>[] registered = bundle.getRegisteredServices();
        return Arrays.stream(registered == null ? new ServiceReference<?>[0] : registered)
                .filter(reference -> role.equals(reference.getProperty(Role.PROPERTY)))
                .filter(reference -> List.of((String[]) reference.getProperty("objectClass"))
                        .contains(declared.type().getName()))
                .findFirst()
                .orElseThrow(() -> new StepFailure("it registers no service "
                        + declared.type().getName() + " with " + Role.PROPERTY + "=" + role));
    }

    private Object service(Bundle bundle, ServiceReference<?> reference) throws StepFailure {
        @Nullable Object service;
        try {
            service = errand("satisfy", "", () -> kit.context.getService(reference));
        } catch (ExecutionException e) {
            throw new StepFailure("its component failed at its activation: " + Causes.words(e), e);
        }
        if (service == null) {
            throw new StepFailure(kit.components.failure(bundle, role));
        }
        return service;
    }

    /**
     * Does work on this slot on a thread of its own, which all that the work asks of the slot runs on.
     *
     * @throws StepFailure when foreign code does not return in time; the work ends once it does
     */
    public void attend(Runnable work) throws StepFailure {
        try {
            Errand.attend("fill " + role + "/" + name, Executors.callable(work), thread -> hung = thread);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("Cannot fill " + subject() + ": " + e.getCause(), e.getCause());
        }
    }

    /** Asks it. */
    public String probe(Probe probe, List<Question> questions) throws StepFailure {
        Provider current = provider();
        if (current.declared() == null || current.service() == null) {
            return "an extension is not asked";
        }
        return probe.twice(current.service(), current.declared().type(), questions, thread -> hung = thread);
    }

    private <T extends @Nullable Object> T errand(String what, String subject, Callable<T> work)
            throws StepFailure, ExecutionException {
        return Errand.run(what + " " + role + "/" + name, subject, kit.limits.start(), work, thread -> hung = thread);
    }

    private Bundle filled() throws StepFailure {
        Bundle bundle = bundle();
        if (bundle == null || filling == null) {
            throw new StepFailure(subject() + " was emptied meanwhile");
        }
        return bundle;
    }

    private @Nullable Bundle bundle() {
        return kit.context.getBundle(location());
    }

    private String location() {
        return "slot:" + role + "/" + name;
    }

    /** The slot in words. */
    public String subject() {
        return "slot " + name + " of '" + role + "'";
    }
}
