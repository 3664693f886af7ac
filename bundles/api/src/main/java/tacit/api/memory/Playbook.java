package tacit.api.memory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * What was tried before, what came of it, and what to make of that. Stateless: all of it lies in {@link MemoryStore} as layer
 * {@code playbook}.
 */
@Role("playbook")
@ConsumerType
public interface Playbook {

    /**
     * Keeps an episode; of a run that has one, that is answered as it is.
     *
     * @param scope with the user to whom it belongs where it is private
     * @throws IllegalArgumentException for a private episode without a user
     */
    PlaybookEntry capture(Scope scope, PlaybookEpisode episode);

    /**
     * Entries about a task like this, the best first; often none.
     *
     * @param most in [1, 50]
     */
    List<PlaybookMatch> relevant(Scope scope, Audience audience, String task, int most);

    /** Counts a run for exactly the entries that it used. A failure that was used never counts as a success. */
    PlaybookReinforcement reinforce(Scope scope, PlaybookUse use);

    /**
     * What to keep in mind when a task is planned again, in words for the agent; empty when nothing is relevant.
     *
     * @param most how many entries it may draw on, in [1, 10]
     */
    String guidance(Scope scope, Audience audience, String task, int most);

    Optional<PlaybookEntry> find(Scope scope, String id);

    /**
     * Entries, those stored last first.
     *
     * @param outcome null for all
     */
    Page<PlaybookEntry> list(Scope scope, PlaybookEpisode.@Nullable Outcome outcome, PageRequest page);
}
