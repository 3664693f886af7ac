package tacit.learn.evals.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tacit.api.harness.Decision;
import tacit.api.harness.Situation;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCases.Draft;
import tacit.api.store.Session;

/** Puts recorded decisions on their sides, and keeps on one side what belongs together. Confined to one transaction. */
final class DecisionSides {

    /** The role whose rules are learned from runs: what was asked in a run must not judge what was learned from it. */
    static final String LEARNED_FROM_RUNS = "guard";

    private final Session session;
    private final String workspace;
    private final String role;
    private final Tasks dealt;

    DecisionSides(Session session, String workspace, String role) {
        this.session = session;
        this.workspace = workspace;
        this.role = role;
        this.dealt = new Tasks(session, workspace, role);
    }

    /**
     * Whether the case of a decision is older, for ever.
     *
     * @param runs tasks that were being tried when it was recorded; empty where nothing is learned from runs
     * @throws IllegalArgumentException when some of what belongs with it is older and some newer
     */
    boolean older(Draft draft, Decision decision, Split split, List<UnderWay.Task> runs) {
        Situation asked = decision.situation();
        DecisionGroup group = DecisionGroup.of(asked);
        Sides sides = new Sides(session, workspace);
        String question = CaseKeys.question(asked);
        boolean older = sides.ofDecision(question, asked.clock()).orElseGet(() -> {
            Set<Boolean> bound = bound(sides, draft, group);
            sides.ofQuestion(question).ifPresent(bound::add);
            if (bound.size() > 1) {
                throw new IllegalArgumentException("Cannot make a case of decision '" + decision.id()
                        + "': some of what belongs with it is on the older side and some on the newer");
            }
            return bound.stream().findFirst().orElseGet(() -> deal(decision, group, split, runs));
        });
        keep(group, older);
        return older;
    }

    /** The sides of near questions, of the same run or profile's day, and of all that comes from one suggestion or correction. */
    private Set<Boolean> bound(Sides sides, Draft draft, DecisionGroup group) {
        boolean oneThing = draft.origin() == Origin.SUGGESTION || draft.origin() == Origin.CORRECTION;
        Set<Boolean> bound = new HashSet<>();
        dealt.side(group.near()).ifPresent(bound::add);
        dealt.side(group.whole()).ifPresent(bound::add);
        (oneThing ? sides.ofSource(role, draft.origin(), draft.source()) : Optional.<Boolean>empty())
                .ifPresent(bound::add);
        return bound;
    }

    /** Newer only where no run that proposals may have looked at can be the one that asked. */
    private boolean deal(Decision decision, DecisionGroup group, Split split, List<UnderWay.Task> runs) {
        Dealt deal = new Dealt(workspace, role);
        if (split.isOlder(decision) || runs.isEmpty()) {
            return deal.decision(decision, group, split);
        }
        return runs.stream().anyMatch(task -> dealt.side(task.name())
                .orElseGet(() -> deal.task(task.name(), task.firstAt(), Optional.of(split))));
    }

    void keep(DecisionGroup group, boolean older) {
        dealt.keep(group.near(), older);
        dealt.keep(group.whole(), older);
    }
}
