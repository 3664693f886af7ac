package tacit.api.memory;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.store.Scope;

/** Hears what was found in each run, and what was really learnt from it. */
@ConsumerType
public interface LearningListener {

    /** Called after each look at one run, on the thread that looked; what it throws is logged and costs nobody else anything. */
    void learnt(Scope scope, String traceId, Distillation found, LearningReceipt receipt);
}
