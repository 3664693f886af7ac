package tacit.runtime.harness.routing;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import tacit.api.harness.Calls;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.HarnessView;
import tacit.api.harness.RoleStatus;

/** The live table. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class Router implements AutoCloseable {

    public Router(BundleContext context, Clock clock, Calls calls, RouterSettings settings) {}

    /** Where recorded calls go from now on; null for nowhere. */
    public void decisions(@Nullable DecisionLog log) {}

    /**
     * Makes these the providers of all roles by one write, then republishes what their bundles contribute.
     *
     * @throws IllegalArgumentException when a role comes twice; nothing changed then
     */
    public Flip flip(long generation, Collection<Provider> providers) {
        throw new UnsupportedOperationException();
    }

    /** Registers the facades of roles that stand alone; called once, after the first flip, or without one when boot failed. */
    public void declare(Collection<DeclaredRole> roles) {}

    /** Takes the whole table once. */
    public HarnessView view() {
        throw new UnsupportedOperationException();
    }

    /** Every role that is declared or provided, by name. */
    public List<RoleStatus> statuses() {
        throw new UnsupportedOperationException();
    }

    /** The generation in force; 0 for none. */
    public long generation() {
        return 0;
    }

    /** The facade of a role that is declared alone or has a provider. */
    public @Nullable Object facade(String role) {
        throw new UnsupportedOperationException();
    }

    /** What fills a role now. */
    public Optional<Provider> active(String role) {
        throw new UnsupportedOperationException();
    }

    /** Whether calls are still inside a bundle, whichever flip retired it: its slot must not be refilled or stopped. */
    public boolean busy(Bundle bundle) {
        throw new UnsupportedOperationException();
    }

    /** Withdraws everything. */
    @Override
    public void close() {}
}
