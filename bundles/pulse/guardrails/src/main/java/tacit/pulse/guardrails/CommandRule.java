package tacit.pulse.guardrails;

import java.util.Optional;

/** Looks at one command. Pure. */
@FunctionalInterface
interface CommandRule {

    /**
     * Says what speaks against it; empty for nothing.
     *
     * @param vital whether what comes before has gone to a folder whose loss nobody gets over
     */
    Optional<Finding> of(SimpleCommand command, boolean vital);
}
