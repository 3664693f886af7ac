package tacit.pulse.mind.run;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.Dispatches;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.Urgency;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.store.PageRequest;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.Outlets;
import tacit.pulse.mind.store.JudgedRows.Judged;

/** Starts what a winner leads to; each of it has a key, so that it is started once however often it is tried. Thread-safe. */
@Component(service = Starting.class)
public final class Starting {

    private static final double FOR_REVIEW = .72;
    private static final double BY_ITSELF = .78;
    private static final int LONGEST_TITLE = 180;
    private static final int MOST_OFFERED = 200;

    private final Mind mind;
    private final Outlets outlets;
    private final Situations situations;

    @Activate
    public Starting(@Reference Mind mind, @Reference Outlets outlets, @Reference Situations situations) {
        this.mind = mind;
        this.outlets = outlets;
        this.situations = situations;
    }

    Started start(Cycle cycle, Hypothesis winner, Judged judged) {
        ReflectionAction action = judged.action().orElse(ReflectionAction.SUGGESTION);
        Optional<Dispatches> dispatches = outlets.dispatches();
        if (judged.askable() && dispatches.isPresent()) {
            return dispatch(dispatches.get(), cycle, winner, action, judged);
        }
        if (judged.outcome() == Outcome.NOTIFY) {
            return new Started("notify", null, "completed", Outcome.NOTIFY, winner.title());
        }
        return suggest(
                cycle,
                winner,
                judged,
                judged.outcome() == Outcome.SUGGEST && judged.action().isPresent());
    }

    private Started dispatch(
            Dispatches dispatches, Cycle cycle, Hypothesis winner, ReflectionAction action, Judged judged) {
        String kind = action.name().toLowerCase(Locale.ROOT);
        Dispatches.Answer answer = dispatches.dispatch(order(cycle, winner, action));
        PulseRun started = answer.run();
        if (started == null) {
            return new Started(kind, null, "refused", Outcome.DEFER, "not now: " + answer.reason());
        }
        return switch (started.state()) {
            case QUEUED ->
                new Started(kind, started.id(), "queued", Outcome.DEFER, "waits for an approval: " + winner.title());
            case RUNNING, COMPLETED, FAILED, INTERRUPTED ->
                new Started(kind, started.id(), "dispatched", Outcome.DISPATCH, winner.title());
            case CANCELLED -> suggest(cycle, winner, judged, false);
        };
    }

    private DispatchOrder order(Cycle cycle, Hypothesis winner, ReflectionAction action) {
        ReflectionRun run = cycle.run();
        boolean code = action == ReflectionAction.CODE_CHANGE_TASK;
        Map<String, String> attributes = new HashMap<>();
        attributes.put("objective", winner.title());
        attributes.put("completion", String.join("; ", winner.steps()));
        attributes.put("role", code ? "implementer" : "operator");
        if (code) {
            attributes.put(
                    "worktree", String.valueOf(cycle.settings().dispatch().requireWorktree()));
            attributes.put("review", cycle.settings().dispatch().strictReview() ? "strict" : "balanced");
            attributes.put(
                    "verification", String.valueOf(cycle.settings().dispatch().verification()));
        }
        List<String> evidence = situations.references(run);
        return new DispatchOrder(
                "reflection:" + run.id(),
                run.profileId(),
                Objects.requireNonNull(run.workspaceId()),
                null,
                "reflection",
                code ? DispatchOrder.CODE_CHANGE : DispatchOrder.TASK,
                run.targetKey(),
                mind.words(winner.title(), LONGEST_TITLE),
                winner.prompt(),
                winner.statement(),
                evidence.isEmpty() ? List.of("reflection:" + run.id()) : evidence,
                run.id(),
                run.traceId(),
                null,
                attributes);
    }

    private Started suggest(Cycle cycle, Hypothesis winner, Judged judged, boolean byItself) {
        ReflectionRun run = cycle.run();
        Optional<SuggestionDesk> desk = outlets.suggestions();
        if (run.workspaceId() == null || desk.isEmpty()) {
            return new Started("suggestion", null, "skipped", Outcome.DEFER, "there is nobody to suggest it to");
        }
        if (!cycle.settings().dispatch().allowed().contains(ReflectionAction.SUGGESTION)) {
            return new Started("suggestion", null, "skipped", Outcome.DEFER, "suggestions are switched off");
        }
        SuggestionDraft draft = draft(run, winner, judged, byItself);
        SuggestionDesk.Offer offer = desk.get().offer(draft);
        Suggestion taken = offer.suggestion() == null ? before(desk.get(), draft) : offer.suggestion();
        return taken == null
                ? new Started("suggestion", null, "skipped", Outcome.DEFER, "not suggested: " + offer.reason())
                : new Started("suggestion", "suggestion:" + taken.id(), "completed", Outcome.SUGGEST, winner.title());
    }

    /** The one that a crash kept us from hearing of. */
    private static @Nullable Suggestion before(SuggestionDesk desk, SuggestionDraft draft) {
        return desk.list(draft.workspaceId(), null, PageRequest.first(MOST_OFFERED)).rows().stream()
                .filter(one -> one.draft().key().equals(draft.key()))
                .findFirst()
                .orElse(null);
    }

    private SuggestionDraft draft(ReflectionRun run, Hypothesis winner, Judged judged, boolean byItself) {
        boolean urgent = judged.confidence() >= BY_ITSELF;
        return new SuggestionDraft(
                "reflection:" + run.id(),
                run.profileId(),
                Objects.requireNonNull(run.workspaceId()),
                null,
                SuggestionDraft.Type.INSIGHT,
                byItself ? SuggestionDraft.Topic.GENERAL : SuggestionDraft.Topic.OPEN_LOOP,
                "reflection",
                mind.words(winner.title(), LONGEST_TITLE),
                mind.words(winner.statement(), 400),
                String.join("; ", winner.steps()),
                winner.prompt(),
                byItself ? BY_ITSELF : FOR_REVIEW,
                urgent ? Urgency.MEDIUM : Urgency.LOW,
                situations.references(run),
                run.traceId(),
                run.targetKey());
    }
}
