package tacit.runtime.itest.contract;

import static tacit.runtime.itest.contract.Scenes.NOW;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.CompletedTask;
import tacit.api.adapt.Personality;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleFeedback;
import tacit.api.adapt.StyleMessage;
import tacit.api.adapt.StyleSetting;
import tacit.api.store.Scope;

/** How answers come to fit people. */
final class AdaptScenes {

    private AdaptScenes() {}

    static void style(AdaptiveStyleEngine style, String workspace) {
        Scope scope = new Scope(workspace, "ada");
        List<StyleMessage> messages = IntStream.range(0, 20)
                .mapToObj(i -> new StyleMessage(
                        "m" + i, NOW.minus(Duration.ofHours(30 - i)), "do number " + i, Seed.GOOD + "/s" + i))
                .toList();
        style.set(
                Scope.ofWorkspace(workspace),
                null,
                List.of(new StyleSetting(StyleDimension.CODE_COMMENTS, "minimal")),
                List.of("1"));
        style.foresee(scope, "slack", messages);
        style.observe(scope, "slack", messages);
        style.observe(scope, "slack", messages);
        style.observeFeedback(
                scope, null, new StyleFeedback("f1", NOW, "rejected", "wrong_tone", "too many emojis", List.of("f1")));
        style.style(scope, "slack");
        style.getAdaptationHistory(scope, null, 20);
        style.getObservationStats(scope, null);
        style.undo(scope, null);
        style.reset(scope, null, List.of("2"));
    }

    static void personality(Personality personality, String workspace) {
        Scope scope = new Scope(workspace, "ada");
        List<CompletedTask> tasks = List.of(new CompletedTask(Seed.GOOD, "shop", NOW.minus(Duration.ofDays(3))));
        personality.recordTasks(scope, tasks);
        personality.recordTasks(scope, tasks);
        personality.relationship(scope);
        personality.lines(scope, "slack");
    }
}
