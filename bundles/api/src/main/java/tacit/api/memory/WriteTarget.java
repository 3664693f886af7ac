package tacit.api.memory;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does approved writes to one memory. Registered as a service; of a bundle in a slot, the host publishes it while the bundle is
 * active. Thread-safe.
 */
@ConsumerType
public interface WriteTarget {

    /** The memory that it writes to. */
    MemoryWrite.Target target();

    /**
     * Does a write, past the gate.
     *
     * @return the id of the memory that was changed
     * @throws IllegalArgumentException when the write cannot be done as it stands, saying why
     */
    String apply(MemoryWrite write);
}
