package tacit.api.memory;

import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Scope;

/** Learns memories from runs: asks the active {@link CoreMemoryDistiller}, and does what it says. Thread-safe. */
@ProviderType
public interface MemoryLearning {

    /** The layer of the records that say what was learnt from which run. */
    String LAYER = "distillation";

    /** Learns from one run; what it has given already is not done again. */
    LearningReceipt learn(Scope scope, String traceId);

    /** Learns from the last runs together, merges memories that say the same, and summarises days. */
    LearningReceipt learnOffline(Scope scope);

    /** What may be learnt at all; nothing where no distiller is active. Whoever adapts to users asks this first. */
    LearningSwitches switches();
}
