package tacit.runtime.testkit.swap;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.CompletedTask;
import tacit.api.adapt.Personality;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleFeedback;
import tacit.api.adapt.StyleMessage;
import tacit.api.adapt.StyleSetting;
import tacit.api.store.Scope;

/** A style with shifts by messages and by feedback, and tasks that are counted. */
final class StylePart implements Part {

    private static final int MESSAGES = 20;

    private final AdaptiveStyleEngine style;
    private final Personality personality;

    StylePart(Facades facades) {
        style = facades.role(AdaptiveStyleEngine.class, "style");
        personality = facades.role(Personality.class, "personality");
    }

    @Override
    public String bundle() {
        return "tacit.adapt.style";
    }

    @Override
    public void make() {
        List<StyleMessage> messages = IntStream.range(0, MESSAGES)
                .mapToObj(i -> new StyleMessage(
                        "m" + i, Kept.NOW.minus(Duration.ofHours(30 - i)), "do number " + i, Kept.GOOD + "/s" + i))
                .toList();
        style.set(Kept.ALL, null, List.of(new StyleSetting(StyleDimension.CODE_COMMENTS, "minimal")), List.of("bench"));
        style.observe(Kept.ADA, "slack", messages);
        style.observeFeedback(
                Kept.ADA, null, new StyleFeedback("s1", Kept.NOW, "rejected", null, "too many emojis", List.of("s1")));
        personality.recordTasks(Kept.ADA, List.of(new CompletedTask(Kept.GOOD, "shop", Kept.NOW)));
        if (style.getAdaptationHistory(Kept.ADA, null, 20).size() < 2) {
            throw new IllegalStateException("Cannot make a style: messages and feedback must have shifted it");
        }
    }

    @Override
    public List<Ask> asks(int thread) {
        return List.of(
                Ask.same(() -> style.style(Kept.ADA, "slack")),
                Ask.same(() -> style.getAdaptationHistory(Kept.ADA, null, 20)),
                Ask.same(() -> style.getObservationStats(Kept.ADA, "slack")),
                Ask.same(() -> personality.lines(Kept.ADA, "slack")),
                Ask.same(() -> personality.relationship(Kept.ADA)),
                counted(Kept.load(thread)));
    }

    /** Counts one more task each time: a write that was lost or doubled would show in the sum. */
    private Ask counted(Scope scope) {
        AtomicLong done = new AtomicLong();
        return () -> {
            String task = "task-" + (done.get() + 1);
            long all = personality
                    .recordTasks(scope, List.of(new CompletedTask(task, null, Kept.NOW)))
                    .tasksCompleted();
            return all == done.incrementAndGet();
        };
    }
}
