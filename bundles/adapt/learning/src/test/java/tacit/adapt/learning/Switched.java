package tacit.adapt.learning;

import tacit.api.memory.LearningReceipt;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryLearning;
import tacit.api.store.Scope;

/** Says what may be learnt, as it is told. */
final class Switched implements MemoryLearning {

    private LearningSwitches switches;

    Switched(LearningSwitches switches) {
        this.switches = switches;
    }

    void to(LearningSwitches others) {
        switches = others;
    }

    @Override
    public LearningSwitches switches() {
        return switches;
    }

    @Override
    public LearningReceipt learn(Scope scope, String traceId) {
        throw new UnsupportedOperationException("Nobody learns memories here");
    }

    @Override
    public LearningReceipt learnOffline(Scope scope) {
        throw new UnsupportedOperationException("Nobody learns memories here");
    }
}
