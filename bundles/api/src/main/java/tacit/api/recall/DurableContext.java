package tacit.api.recall;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;

/**
 * Keeps what was said in a run beyond what its prompt can hold, with the summaries that took the place of messages. All of it
 * lies in the memories of layer {@link #LAYER}, and belongs to one run: what another run said is found by its id only.
 *
 * <p>Off by default: then nothing is kept and nothing is found; taking away is always possible.
 */
@Role("durable-context")
@ConsumerType
public interface DurableContext {

    /** The layer of its memories. */
    String LAYER = "context";

    /** Whether it is switched on. */
    boolean enabled();

    /** Whether a conversation of the run is kept, so that no evidence is needed to go on with it. */
    boolean knows(Scope scope, String taskId);

    /**
     * Keeps messages, each once. What a memory put into the prompt is no message, nor is what this memory itself answered.
     *
     * @throws IllegalArgumentException when the run is new and its evidence cannot be found
     */
    ContextReceipt record(ContextRecording recording);

    /**
     * Keeps a summary with the messages that it covers; without messages or without words there is none.
     *
     * @throws IllegalArgumentException as {@link #record} does
     */
    ContextReceipt compact(ContextCompaction compaction);

    /** The best first: summaries, then what was said, then what tools took and answered; none without words. */
    List<ContextHit> search(ContextQuery query);

    /**
     * A message, a summary or a payload of the run.
     *
     * @param sources how many messages of a summary are told at most, in [1, 25]
     * @return empty when the run has none with that id, or the audience may not see it
     */
    Optional<ContextDetails> describe(Scope scope, Audience audience, String taskId, String id, int sources);

    /** Takes all words of all runs of the scope away; answers how many memories that were. */
    int clear(Scope scope);

    /** Takes away whatever holds one of these texts; answers how many memories that were. */
    int forget(Scope scope, List<String> texts);
}
