package tacit.runtime.itest.contract;

import static tacit.runtime.itest.contract.Scenes.NOW;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.FeedbackReader;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.adapt.LearningProgress;
import tacit.api.adapt.RunLearning;
import tacit.api.adapt.RunLearning.SkillLook;
import tacit.api.memory.Distillation;
import tacit.api.memory.Evidence;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserMessage;
import tacit.api.store.Scope;

/** What users think of the work, and what was learnt from it. */
final class FeedbackScenes {

    private FeedbackScenes() {}

    static void feedback(FeedbackReader reader, String workspace) {
        Scope scope = new Scope(workspace, "ada");
        for (Decision decision : Decision.values()) {
            reader.read(
                    scope,
                    new GivenFeedback(
                            "f-" + decision.word(),
                            "ada",
                            Seed.GOOD,
                            "s1",
                            decision,
                            "incorrect",
                            "I said staging, not production",
                            Kind.MESSAGE,
                            "slack",
                            NOW));
        }
        SourceText words = new SourceText("no, use tabs", Evidence.Kind.SPAN, Seed.GOOD + "/s1", TrustLane.STATEMENT);
        reader.corrections(new UserMessage(workspace, "ada", NOW, "Europe/Berlin", Seed.GOOD, words));
    }

    static void progress(LearningProgress progress, String workspace) {
        Scope scope = Scope.ofWorkspace(workspace);
        SkillLook waiting = new SkillLook("sp_1", SkillLook.PENDING, "", null);
        progress.report(scope, Seed.GOOD, learning(Map.of("memories", List.of("m1")), waiting), NOW);
        progress.report(scope, Seed.FAILED, learning(Map.of(), null), NOW);
        progress.reviewed(scope, new SkillLook("sp_1", SkillLook.APPROVED, "fine", "deploy"), NOW.plusSeconds(60));
        progress.of(scope, Seed.GOOD);
        progress.after(scope, -1, 10);
        progress.latest(scope, 2);
    }

    private static RunLearning learning(Map<String, List<String>> written, @Nullable SkillLook skill) {
        LearningReceipt receipt = new LearningReceipt(
                Distillation.Status.DONE,
                1,
                1,
                1,
                0,
                new TreeMap<>(),
                0,
                List.of(),
                new TreeMap<>(written),
                new TreeMap<>());
        return new RunLearning("Deploy the checkout service", "It runs", "HTTP 429", receipt, "", skill);
    }
}
