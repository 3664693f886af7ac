package tacit.api.learn;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.store.Scope;

/**
 * Learns something else than failures from runs. The {@link LearningPipeline} calls every one with each trace that is new or
 * changed, before it notes that the trace was learnt from; after a crash it calls again, so doing the same twice must be
 * harmless. Those of a higher service ranking are called first.
 */
@ConsumerType
public interface TraceLearner {

    /**
     * Called on the thread of the pipeline; what it throws is logged and costs no other learner its turn.
     *
     * @param traceIds traces that are new or changed, never Tacit's own runs
     */
    void learn(Scope scope, List<String> traceIds);
}
