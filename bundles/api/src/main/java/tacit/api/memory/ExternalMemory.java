package tacit.api.memory;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * A memory outside this host, such as a service of another vendor. A dropped-in bundle adds one by filling {@code
 * external-memory/<name>}.
 *
 * <p>What it is told to remember has passed the {@link WriteGate}; what it answers is foreign text and is treated as such.
 * Asked from several threads at once, never from one that a prompt waits for without a limit. Each method may throw: the
 * caller goes on without it, and tries deletions and copies again later.
 */
@Role(value = "external-memory", many = true)
@ConsumerType
public interface ExternalMemory {

    /** The name under which it is attributed; stable over versions. */
    String id();

    /** Whether it is switched on and has all that it needs; asked for each prompt, so it answers at once. */
    boolean enabled();

    /** Whether new memories of the archive shall be copied to it. */
    boolean mirrors();

    /** What it knows for a prompt. */
    ExternalContext prefetch(ExternalQuery query);

    /**
     * Remembers a text.
     *
     * @throws IllegalArgumentException when the note names a container that it does not allow
     */
    RemoteCopy remember(ExternalNote note);

    /**
     * Forgets a text; one that it does not have any more counts as forgotten.
     *
     * @throws IllegalArgumentException when it names a container that is not allowed, or neither an id nor a text
     */
    void forget(ExternalForgetting forgetting);

    /** How it is set and how it does; holds no secret. */
    ExternalState state();

    /** Asks the service something harmless, and says in words what came of it; holds no secret. */
    String check();
}
