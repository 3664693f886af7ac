package tacit.api.recall;

import org.osgi.annotation.versioning.ProviderType;
import tacit.api.memory.Attempt;
import tacit.api.memory.ContextRequest;

/** Tells an agent that tries again what it has to know, by the active {@link RetryGuidance} and the playbook. Thread-safe. */
@ProviderType
public interface RetryAdvice {

    /**
     * In words for the agent, within the budget of the guidance; empty for a first attempt with nothing pending, and where
     * nobody guides.
     *
     * @param request for the task and the audience; its own attempt is passed over
     * @param attempt which attempt it is
     */
    String advice(ContextRequest request, Attempt attempt);
}
