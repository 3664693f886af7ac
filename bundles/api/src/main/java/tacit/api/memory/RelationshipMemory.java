package tacit.api.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * What was agreed and done with each user, contact and company. Deterministic and stateless: the items lie in {@link
 * MemoryStore}.
 */
@Role("relationship-memory")
@ConsumerType
public interface RelationshipMemory {

    /** The layer of the items in the memory store. */
    String LAYER = "relationship";

    /**
     * Adds an item, or confirms the one that says the same of the same contact and company.
     *
     * @throws IllegalArgumentException when the text is empty
     */
    MemoryRecord add(RelationshipItem item);

    /** Keeps what a message says to be done and remembered, and closes commitments that it says were kept. */
    List<MemoryRecord> learn(UserMessage message);

    /** Keeps what a user's judgement tells of the dealings with them. */
    List<MemoryRecord> learnFromFeedback(UserFeedback feedback);

    /** Keeps that a task came to its end, and closes the commitments that it kept; returns all that changed. */
    List<MemoryRecord> recordTaskCompletion(TaskCompletion completion);

    /** Leaves one entry of the history for each title of each user, the newest; the others are put aside. */
    HistoryCleanup cleanupRecurringHistory(Scope scope);

    /** Items that hold: open commitments by their due time first, then by confidence, then those changed last. */
    List<MemoryRecord> list(RelationshipQuery query);

    /** Commitments that are not kept yet, those due first first. */
    List<MemoryRecord> openCommitments(Scope scope, int limit);

    /** Commitments that are due within a time from now, and those overdue. */
    List<MemoryRecord> dueSoon(Scope scope, Instant now, Duration within);

    /** Marks a commitment as kept; empty when the scope has none with that id. */
    Optional<MemoryRecord> close(Scope scope, String id, Evidence evidence);

    /** Removes an item with all of its copies; returns whether there was one. */
    boolean delete(Scope scope, String id);
}
