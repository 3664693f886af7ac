package tacit.pulse.mind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.execute.Execution;
import tacit.api.execute.TaskBrief;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.Dispatches;
import tacit.api.pulse.PulseRun;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.store.Page;

/** Where winners go: work and proposals, each once for its key. */
public final class FakeOutlets {

    public final Map<String, DispatchOrder> orders = new LinkedHashMap<>();
    public final Map<String, PulseRun> runs = new LinkedHashMap<>();
    public final Map<String, Suggestion> offered = new LinkedHashMap<>();
    public PulseRun.State answer = PulseRun.State.RUNNING;
    public String refused = "";
    public boolean focused;
    public boolean diesBehindDispatch;
    public boolean diesBehindOffer;

    private final Rig rig;

    FakeOutlets(Rig rig) {
        this.rig = rig;
    }

    Dispatches dispatches() {
        return new FakeProxy()
                .on("dispatch", of -> dispatch((DispatchOrder) of[0]))
                .on("ofKey", of -> Optional.ofNullable(runs.get(of[0])))
                .as(Dispatches.class);
    }

    private Dispatches.Answer dispatch(DispatchOrder order) {
        if (!refused.isEmpty()) {
            return Dispatches.Answer.refused(refused, "because of " + refused);
        }
        orders.put(order.key(), order);
        runs.putIfAbsent(order.key(), run("d" + (runs.size() + 1), answer));
        if (diesBehindDispatch) {
            throw new FakeSurroundings.HostDied();
        }
        PulseRun run = runs.get(order.key());
        return Dispatches.Answer.of(Objects.requireNonNull(run));
    }

    public PulseRun run(String id, PulseRun.State state) {
        return new PulseRun(
                id,
                null,
                "ops",
                "shop",
                PulseRun.Type.DISPATCH,
                DispatchKind.TASK,
                state,
                "reflection",
                "reflection",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                PulseRun.Cost.NONE,
                rig.now,
                null,
                null);
    }

    SuggestionDesk suggestions() {
        return new FakeProxy()
                .on("offer", of -> offer((SuggestionDraft) of[0]))
                .on("find", of -> Optional.ofNullable(offered.get(of[0])))
                .on("list", of -> new Page<>(new ArrayList<>(offered.values()), 0, offered.size()))
                .as(SuggestionDesk.class);
    }

    private SuggestionDesk.Offer offer(SuggestionDraft draft) {
        if (offered.values().stream().anyMatch(one -> one.draft().key().equals(draft.key()))) {
            return new SuggestionDesk.Offer(null, "duplicate");
        }
        String id = "s" + (offered.size() + 1);
        offered.put(id, suggestion(id, draft, Suggestion.State.OPEN));
        if (diesBehindOffer) {
            throw new FakeSurroundings.HostDied();
        }
        return new SuggestionDesk.Offer(offered.get(id), "");
    }

    private Suggestion suggestion(String id, SuggestionDraft draft, Suggestion.State state) {
        return new Suggestion(
                id, draft, state, .7, List.of(), null, null, null, null, rig.now, rig.now.plus(Duration.ofDays(7)));
    }

    /** People answer. */
    public void answers(String id, Suggestion.State state) {
        Suggestion one = Objects.requireNonNull(offered.get(id));
        offered.put(id, suggestion(id, one.draft(), state));
    }

    /** Work of a dispatch ended. */
    public Execution ended(String dispatch, Execution.State state, @Nullable String source) {
        TaskBrief brief = new TaskBrief(
                "brief-" + dispatch,
                "ops",
                "shop",
                null,
                source == null ? "reflection" : source,
                dispatch,
                "title",
                "prompt",
                "",
                List.of(),
                null,
                null,
                Duration.ofHours(1),
                0,
                0,
                Map.of(),
                Map.of());
        return new Execution("x1", brief, state, null, null, null, List.of(), 1, null, rig.now, rig.now, rig.now);
    }
}
