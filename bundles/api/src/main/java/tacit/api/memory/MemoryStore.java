package tacit.api.memory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.harness.Recorded;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Keeps the memories of all layers. Thread-safe; what it answers is durable.
 *
 * <p>A scope with a user sees what belongs to that user, and what belongs to no user; without one it sees all of the workspace.
 * Texts are bounded and redacted on their way in, whoever calls.
 */
@Recorded
@ProviderType
public interface MemoryStore {

    /** The most characters that the text of a memory may have. */
    int LONGEST_TEXT = 100_000;

    /**
     * Stores a memory; where an active one has its key, that one is answered as it is.
     *
     * @throws IllegalArgumentException when none of its evidence can be found, or its text is too long
     */
    Stored add(MemoryDraft draft);

    /**
     * What came of it.
     *
     * @param record as it is stored now
     * @param added whether it was not there before
     */
    record Stored(MemoryRecord record, boolean added) {}

    /**
     * Changes a memory, and keeps what it said before as history where its text changes.
     *
     * @return as it is now; empty when the scope has none with that id
     * @throws IllegalArgumentException when another active memory has the key, or the evidence cannot be found
     */
    Optional<MemoryRecord> change(Scope scope, String id, MemoryChange change);

    /**
     * Stores a memory in place of another one, which becomes {@link MemoryState#SUPERSEDED} and ends to hold when the new one
     * begins to, in one step.
     *
     * @return the new one
     * @throws IllegalArgumentException when the scope has no active memory with that id, or as {@link #add} does
     */
    MemoryRecord supersede(Scope scope, String id, MemoryDraft draft);

    /** Counts a use of each, as often as it is named; unknown ids are passed over. */
    void used(Scope scope, Collection<String> ids);

    Optional<MemoryRecord> find(Scope scope, String id);

    /** Those of these memories that there are, in the order of their ids; cheaper than one at a time. */
    default List<MemoryRecord> findAll(Scope scope, List<String> ids) {
        return ids.stream().distinct().flatMap(id -> find(scope, id).stream()).toList();
    }

    /** Memories, those stored last first. */
    Page<MemoryRecord> list(Scope scope, MemoryFilter filter, PageRequest page);

    /**
     * Goes over memories, those stored last first, some at a time. What is stored, changed or removed meanwhile moves no other: each
     * that matches all the time comes exactly once. A step looks at no more than {@code most}, however far it is from the first.
     *
     * @param from where the step before said that this one begins; null for the first
     * @param most how many are looked at, in [1, 1000]
     * @throws IllegalArgumentException when {@code from} is no such place, or {@code most} is out of bounds
     */
    MemoryStep walk(Scope scope, MemoryFilter filter, @Nullable String from, int most);

    /** What a memory said before, the oldest first, itself last, with those that it took the place of. */
    List<MemoryRecord> history(Scope scope, String id);

    /**
     * Removes memories with all copies of their texts: rows, histories, whatever {@link MemoryCopies} keep, and queued work.
     * Their ids stay as tombstones, so that nothing queued brings them back.
     *
     * @param withEvidence whether the text goes from the evidence too, where a tombstone with its hash stays, and with it the
     *     memories that hold the same text and were made from the same run or from one another
     * @return how many were removed; unknown ids are passed over
     */
    int delete(Scope scope, Collection<String> ids, boolean withEvidence);

    /**
     * Removes everything that a workspace remembers, or a user of it, with all copies and, for a user, with the evidence and with
     * what was made from nothing but that user's runs.
     */
    int clear(Scope scope);
}
