package tacit.api.recall;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps states of runs by the active {@link Checkpoints}; what an agent sums up before a compaction becomes a memory and entries
 * of the journal besides. Thread-safe.
 */
@ProviderType
public interface SessionKeeping {

    /**
     * Keeps a state where it is worth it.
     *
     * @throws IllegalArgumentException as {@link Checkpoints#save} does
     */
    CheckpointReceipt keep(CheckpointDraft draft);
}
