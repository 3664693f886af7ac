package tacit.panel.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.KeptFeedback;
import tacit.api.store.Scope;

/** Keeps feedback in a list, of a workspace and of its users. */
final class Said implements FeedbackDesk {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<KeptFeedback> all = new ArrayList<>();

    /** Keeps what nora said; each one is half an hour later. */
    void say(String task, Decision decision, @Nullable String reason, @Nullable String note) {
        int count = all.size();
        give(
                Scope.ofDefaultWorkspace(),
                "web",
                new GivenFeedback(
                        "f" + count,
                        "nora",
                        task,
                        null,
                        decision,
                        reason,
                        note,
                        GivenFeedback.Kind.TASK,
                        "slack",
                        NOON.minusSeconds(1_800L * (10_000 - count))));
    }

    @Override
    public KeptFeedback give(Scope scope, String by, GivenFeedback feedback) {
        FeedbackRoute.State state =
                feedback.decision() == Decision.NEXT ? FeedbackRoute.State.WAITING : FeedbackRoute.State.DONE;
        KeptFeedback kept = new KeptFeedback(
                feedback, by, all.size(), Map.of("style", new FeedbackRoute(state, "shorter answers from now on")));
        all.add(0, kept);
        return kept;
    }

    @Override
    public List<KeptFeedback> list(Scope scope, @Nullable String taskId, int limit) {
        return all.stream()
                .filter(kept -> scope.workspaceId().equals(Scope.DEFAULT_WORKSPACE))
                .filter(kept -> scope.userId() == null
                        || scope.userId().equals(kept.feedback().userId()))
                .filter(kept -> taskId == null || taskId.equals(kept.feedback().taskId()))
                .limit(limit)
                .toList();
    }
}
