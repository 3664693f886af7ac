package tacit.learn.evals.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tacit.api.guard.Guard;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayCases.Rebuilt;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.learn.evals.made.GuardCases.Limits;
import tacit.learn.evals.made.GuardCases.Round;
import tacit.learn.evals.made.MadeRows.Evidence;

/**
 * Makes cases of calls that are to blame, each after one of a call of the same tool that went well and is on the same side: a
 * guard that refuses everything breaks as many as it mends. Thread-safe.
 */
final class Pairs {

    /** How rules are named that nothing may relax: what they stop is no call that must be allowed. */
    private static final String HARD = "hard.";

    private final ReplayCases cases;
    private final GuardDrafts drafts;
    private final Guard guard;
    private final Limits limits;
    private final Blamed blamed;

    Pairs(ReplayCases cases, GuardDrafts drafts, Guard guard, Limits limits) {
        this.cases = cases;
        this.drafts = drafts;
        this.guard = guard;
        this.limits = limits;
        blamed = new Blamed(drafts, limits.failures());
    }

    List<ReplayCase> make(Round round, FailureCluster family) {
        Room room = Room.of(round.counts(), family.id(), limits, round.now());
        List<ReplayCase> made = new ArrayList<>();
        if (room.isEmpty()) {
            return made;
        }
        for (FailureRecord failure : blamed.failures(round, family)) {
            if (room.isEmpty()) {
                break;
            }
            Evidence evidence = Blamed.evidence(failure, family);
            blamed.call(round, family, failure)
                    .ifPresent(call -> made.addAll(pair(round, family, call, evidence, room)));
        }
        return made;
    }

    /** Both cases of a pair; none where no call of its kind is known that went well, and then it is looked at again later. */
    private List<ReplayCase> pair(
            Round round, FailureCluster family, GuardDrafts.Made call, Evidence evidence, Room room) {
        boolean older = cases.older(round.scope(), GuardDrafts.ROLE, call.task(), call.firstAt());
        if (!room.holds(older)) {
            return List.of();
        }
        Optional<ReplayCase> allowing = allowing(round, family, call, older);
        if (allowing.isEmpty()) {
            return List.of();
        }
        List<ReplayCase> pair = new ArrayList<>(List.of(allowing.get()));
        keep(round, drafts.refusing(family, call), evidence).ifPresent(pair::add);
        room.take(older);
        return pair;
    }

    private Optional<ReplayCase> allowing(Round round, FailureCluster family, GuardDrafts.Made failed, boolean older) {
        for (String id : round.runs().successesLike(failed.run().trace())) {
            Optional<RecordedTrace> run = round.runs().success(id);
            if (run.isEmpty() || isOlder(round, run.get()) != older) {
                continue;
            }
            for (Span call : run.get().spans()) {
                Optional<ReplayCase> made =
                        isLike(call, failed.call()) ? allowing(round, family, run.get(), call) : Optional.empty();
                if (made.isPresent()) {
                    return made;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOlder(Round round, RecordedTrace run) {
        return cases.older(
                round.scope(),
                GuardDrafts.ROLE,
                Graded.task(run.trace()),
                round.runs().firstAt(run.trace()));
    }

    private static boolean isLike(Span call, Span failed) {
        return Blame.isCall(call)
                && call.status() != SpanStatus.ERROR
                && call.tool().orElse(call.name()).equals(failed.tool().orElse(failed.name()));
    }

    private Optional<ReplayCase> allowing(Round round, FailureCluster family, RecordedTrace run, Span call) {
        Evidence evidence = Evidence.of("call", family.id(), run.trace().id(), call.id());
        if (round.rows().seen(evidence)) {
            return Optional.empty();
        }
        return drafts.question(run, call)
                .filter(question -> {
                    String rule = guard.decide(question).ruleId();
                    return rule == null || !rule.startsWith(HARD);
                })
                .map(question ->
                        new GuardDrafts.Made(run, call, question, round.runs().firstAt(run.trace()), round.expiresAt()))
                .flatMap(made -> keep(round, drafts.allowing(family, made), evidence));
    }

    /** The case, when this made it; what cannot be one is not looked at again. */
    private Optional<ReplayCase> keep(Round round, Rebuilt draft, Evidence evidence) {
        try {
            ReplayCase made = cases.rebuild(round.scope(), draft);
            boolean again = round.rows().isMade(made.id());
            round.rows().made(evidence, made.id(), round.now());
            return again ? Optional.empty() : Optional.of(made);
        } catch (IllegalArgumentException e) {
            round.rows().none(evidence, round.now());
            return Optional.empty();
        }
    }
}
