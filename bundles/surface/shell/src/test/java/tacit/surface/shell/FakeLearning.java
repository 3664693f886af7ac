package tacit.surface.shell;

import tacit.api.memory.LearningReceipt;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryLearning;
import tacit.api.store.Scope;

/** Says what may be learnt, and learns nothing. */
final class FakeLearning implements MemoryLearning {

    LearningSwitches switches = LearningSwitches.USUAL;

    @Override
    public LearningSwitches switches() {
        return switches;
    }

    @Override
    public LearningReceipt learn(Scope scope, String traceId) {
        throw new UnsupportedOperationException("Nothing is learnt here");
    }

    @Override
    public LearningReceipt learnOffline(Scope scope) {
        throw new UnsupportedOperationException("Nothing is learnt here");
    }
}
