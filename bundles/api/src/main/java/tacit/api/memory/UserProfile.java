package tacit.api.memory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * What is known about each user of a workspace. Deterministic and stateless: the facts lie in {@link MemoryStore}.
 *
 * <p>What somebody can have one of only, such as a name or an employer, holds one value at a time: what is said later takes the
 * place of what was said before, which stays as history.
 */
@Role("user-profile")
@ConsumerType
public interface UserProfile {

    /** The layer of the facts in the memory store. */
    String LAYER = "profile";

    /**
     * Adds a fact, or confirms the one that says the same.
     *
     * @return it, as it is stored now
     * @throws IllegalArgumentException when the text is empty
     */
    MemoryRecord add(ProfileFact fact);

    /**
     * Replaces the category, the text, the pin and the confidence of a fact.
     *
     * @return as it is now; empty when the scope has none with that id
     */
    Optional<MemoryRecord> update(Scope scope, String id, ProfileFact fact);

    /** Removes a fact with all of its copies; returns whether there was one. */
    boolean delete(Scope scope, String id);

    /**
     * Facts that hold: pinned ones first, then by confidence, then those changed last.
     *
     * @param category null for all
     * @param limit in [1, 250]
     */
    List<MemoryRecord> list(Scope scope, ProfileFact.@Nullable Category category, int limit);

    /** Keeps what a user says of themselves; returns what was stored or confirmed, often nothing. */
    List<MemoryRecord> learn(UserMessage message);

    /** Keeps what a user's judgement tells of their wishes; returns what was stored or confirmed. */
    List<MemoryRecord> learnFromFeedback(UserFeedback feedback);

    /** How a user wants to be called; empty when nobody knows. */
    Optional<String> preferredName(String workspaceId, String userId);

    /** Facts that contradict each other and of which neither is stronger: somebody should be asked which one holds. */
    List<MemoryRecord> questions(Scope scope);
}
