package tacit.api.experiment;

import org.osgi.annotation.versioning.ProviderType;
import tacit.api.gate.Disagreement;
import tacit.api.store.Scope;

/** Has candidates answer what was served, before any of their answers is served. Thread-safe; changes nothing and keeps nothing. */
@ProviderType
public interface Shadows {

    /**
     * Asks the candidate of an experiment in the sandbox what its role was asked of late, and compares.
     *
     * <p>Asked is what the decision log holds of answers that the harness as it is now gave in the places of the change; a
     * question that something was taken out of is left out. It says how much would change, not whether that is better.
     *
     * @param most how many decisions, the newest first, in [1, 10000]
     * @throws IllegalArgumentException when there is no such experiment
     * @throws IllegalStateException when nothing fills its role, or the candidate cannot be started
     */
    Disagreement ask(Scope scope, String experimentId, int most);
}
