package tacit.runtime.itest.contract;

import tacit.api.model.ModelChoice;
import tacit.api.model.ModelPurpose;
import tacit.api.model.ModelQuestion;

/** Which model an agent should use. */
final class ModelScenes {

    private ModelScenes() {}

    static void choice(ModelChoice choice) {
        choice.choose(ModelQuestion.of(ModelPurpose.AGENT, null));
        choice.choose(new ModelQuestion(ModelPurpose.AGENT, "records-agent", "slack", "orders-1", "vendor/small-1"));
        choice.choose(ModelQuestion.of(ModelPurpose.SUBAGENT, "reviewer"));
    }
}
