package tacit.api.memory;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.store.Scope;

/**
 * Something that keeps texts of memories in a form of its own: an index, a file, a queue. Registered as a service; told of
 * each change after it is durable, in order, on a thread of the store. Thread-safe.
 */
@ConsumerType
public interface MemoryCopies {

    /** The name for reports, such as {@code index}. */
    String name();

    /** These memories were stored or changed. One that is not active any more is told too. */
    void changed(List<MemoryRecord> records);

    /** These memories are gone; returns after no copy of their texts is left. */
    void removed(List<MemoryRecord> records);

    /**
     * Everything that a workspace, or a user of it, remembers is being removed: what belongs to it and was never a memory, such
     * as a write that waits, goes now. Told once, beside {@link #removed}.
     */
    default void cleared(Scope scope) {}
}
