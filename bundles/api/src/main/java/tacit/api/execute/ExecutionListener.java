package tacit.api.execute;

import org.osgi.annotation.versioning.ConsumerType;

/** A service that hears how work ended. */
@ConsumerType
public interface ExecutionListener {

    /**
     * Called after it is durable, at least once, also after a restart for what nobody confirmed; must be quick, and harmless when
     * called twice. What it throws is logged, and it is called again later.
     */
    void ended(Execution execution);
}
