package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** All memories outside this host; none where an operator configured none. Thread-safe. */
@ProviderType
public interface ExternalMemories {

    /** The ids of those that are switched on, in order; answers at once. */
    List<String> enabled();

    /**
     * What one of them knows for a prompt, as foreign text; the network is asked on the caller's thread. Nothing leaves the
     * host, and nothing is answered, for an audience that may not see what is private.
     *
     * @throws RuntimeException when it does not answer
     */
    List<ContextFragment> prefetch(String id, ContextRequest request);

    /** Lets all that are switched on remember what a turn leaves, as far as the gate allows; answers how many texts were sent. */
    int syncTurn(ExternalTurn turn);

    /** The same for the summary of a whole conversation. */
    int extractSession(ExternalTurn session);

    /** How each of them does, in order of their ids. */
    List<Status> status();

    /**
     * Asks one of them something harmless, and says in words what came of it.
     *
     * @throws IllegalArgumentException when there is none of this id
     */
    String check(String id);

    /**
     * How one of them does.
     *
     * @param id which
     * @param state as it says itself
     * @param waiting memories that are to be copied to it
     * @param copied memories that it holds a copy of
     * @param held memories that the gate keeps from it
     * @param forgetting copies that it still has to forget
     */
    record Status(String id, ExternalState state, long waiting, long copied, long held, long forgetting) {

        public Status {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(state, "state");
        }
    }
}
