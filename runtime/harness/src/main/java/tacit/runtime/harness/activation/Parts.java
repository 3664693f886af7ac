package tacit.runtime.harness.activation;

import java.time.Clock;
import java.util.Objects;
import org.osgi.framework.BundleContext;
import tacit.api.access.AuditLog;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Ledger;
import tacit.api.trust.BundleTrust;

/**
 * The services that a change of the harness works with. Immutable.
 *
 * @param context of the harness bundle
 * @param ledger which generation is the truth
 * @param artifacts the jars
 * @param trust what may run
 * @param audit who did what
 * @param clock for what is written down
 */
record Parts(
        BundleContext context, Ledger ledger, Artifacts artifacts, BundleTrust trust, AuditLog audit, Clock clock) {

    Parts {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(artifacts, "artifacts");
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(audit, "audit");
        Objects.requireNonNull(clock, "clock");
    }
}
