package tacit.api.learn;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * Makes of an error message the template by which failures are recognised as one family: what differs from one occurrence
 * to the next is masked. Deterministic, stateless and thread-safe.
 */
@Role("failure-template")
@ConsumerType
public interface FailureTemplates {

    /**
     * Answers the message with its variable parts as marks such as {@code <n>} or {@code <path>}.
     *
     * @param message what failed, in the words of whatever failed
     * @param input of the call that failed: names that it echoes are masked too; null when it was not recorded
     * @return may be empty, never longer than the bound of the provider
     */
    String template(String message, @Nullable String input);
}
