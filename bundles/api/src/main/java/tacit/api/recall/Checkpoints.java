package tacit.api.recall;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;

/** Keeps the last state of each run that is worth it, as memories of layer {@link #LAYER}, and gives it back. */
@Role("checkpoints")
@ConsumerType
public interface Checkpoints {

    /** The layer of its memories. */
    String LAYER = "transcript";

    /** Whether a state of the run is kept, so that no evidence is needed for the next one. */
    boolean knows(Scope scope, String taskId);

    /**
     * Keeps a state where it is worth it, in place of the one before.
     *
     * @throws IllegalArgumentException when it is too large, or when the run is new and its evidence cannot be found
     */
    CheckpointReceipt save(CheckpointDraft draft);

    /** The last state of a run, or the one that lies in the workspace's folder; empty when the audience may not see it. */
    Optional<Checkpoint> restore(Scope scope, Audience audience, String taskId);

    /** Takes away whatever holds one of these texts; answers how many states that were. */
    int forget(Scope scope, List<String> texts);
}
