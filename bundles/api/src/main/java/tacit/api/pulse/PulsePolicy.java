package tacit.api.pulse;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/** Decides what a pulse does. A pure function: it knows no clock, no store and no chance. */
@Role("heartbeat")
@ConsumerType
public interface PulsePolicy {

    PulseDecision decide(PulseSituation situation);
}
