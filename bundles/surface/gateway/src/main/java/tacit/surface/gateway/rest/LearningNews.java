package tacit.surface.gateway.rest;

import java.util.ArrayList;
import java.util.List;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.TaskLearning;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.live.NewsSource;
import tacit.surface.gateway.rest.reply.Json;

/** The reports of learning for one listener. Confined to one thread. */
final class LearningNews implements NewsSource {

    /** Stands for no place to go on from. */
    static final long NOW = Long.MIN_VALUE;

    private static final int AT_ONCE = 200;

    private final LearningFeed feed;
    private final Scope scope;
    private long last;

    LearningNews(LearningFeed feed, Scope scope, long last) {
        this.feed = feed;
        this.scope = scope;
        this.last = last;
    }

    @Override
    public Ringing follow(Runnable bell) {
        LearningFeed.Following following = feed.follow(scope, report -> bell.run());
        if (last == NOW) {
            last = feed.latest(scope, 1).stream()
                    .mapToLong(TaskLearning::sequence)
                    .findFirst()
                    .orElse(-1);
        }
        return following::close;
    }

    @Override
    public List<Item> next() {
        List<Item> items = new ArrayList<>();
        for (TaskLearning report : feed.after(scope, last, AT_ONCE)) {
            String data = Json.text(FeedbackViews.report(report));
            items.add(new Item(Long.toString(report.sequence()), "learning_progress", data));
            last = report.sequence();
        }
        return items;
    }
}
