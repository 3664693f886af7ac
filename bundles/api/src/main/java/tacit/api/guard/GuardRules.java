package tacit.api.guard;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/** Says which rules about tool calls the harness in force applies, and where they come from. Thread-safe; changes nothing. */
@ProviderType
public interface GuardRules {

    /**
     * A rule in force. Immutable.
     *
     * @param id that answers name: {@code hard.…} for hard limits, else that of {@link GuardRule}
     * @param effect what it answers
     * @param condition when it applies; null for hard limits, which are no conditions but readers of commands and paths
     * @param sentence what it says to people
     * @param since the generation from which on it has been in force without a break; null for hard limits
     * @param origin the experiment that brought it; null where none did, or where it is of another workspace
     */
    record Rule(
            String id,
            GuardEffect effect,
            @Nullable GuardCondition condition,
            String sentence,
            @Nullable Long since,
            @Nullable Origin origin) {

        public Rule {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(effect, "effect");
            Objects.requireNonNull(sentence, "sentence");
        }

        /** Whether no learned change can take it away. */
        public boolean hard() {
            return since == null;
        }
    }

    /**
     * The experiment that brought a rule. Immutable.
     *
     * @param grounds what its proposal says of support and precision
     * @param traces how many traces its proposal names
     */
    record Origin(String experimentId, String title, String grounds, int traces) {}

    /** Every rule: hard limits first, then the strictest, then by their order in the setting. */
    List<Rule> inForce(Scope scope);
}
