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
import tacit.api.trace.Trace;
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

    /** So many calls in a row for which none is known that went well end a round: the others would find none either. */
    private static final int MOST_MISSED = 10;

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
        int missed = 0;
        for (FailureRecord failure : blamed.failures(round, family)) {
            if (room.isEmpty() || missed == MOST_MISSED) {
                break;
            }
            Evidence evidence = Blamed.evidence(failure, family);
            Optional<GuardDrafts.Made> call = blamed.call(round, family, failure);
            if (call.isPresent()) {
                List<ReplayCase> pair = pair(round, family, call.get(), evidence, room);
                missed = pair.isEmpty() ? missed + 1 : 0;
                made.addAll(pair);
            }
        }
        return made;
    }

    /** Both cases of a pair; none where no call of its kind is known that went well, and then it is looked at again later. */
    private List<ReplayCase> pair(
            Round round, FailureCluster family, GuardDrafts.Made call, Evidence evidence, Room room) {
        boolean older = isOlder(round, call.run().trace());
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

    /** A case of a call that went well: of the same task where there is one, else of any. */
    private Optional<ReplayCase> allowing(Round round, FailureCluster family, GuardDrafts.Made failed, boolean older) {
        List<String> ofTask = round.runs().successesOfTask(failed.run().trace());
        Optional<ReplayCase> same = among(ofTask, round, family, failed, older);
        String kind = family.id() + " " + older + " " + failed.question().call().tool();
        if (same.isPresent() || round.looked().barren().contains(kind)) {
            return same;
        }
        Optional<ReplayCase> other = among(round.runs().successes(), round, family, failed, older);
        if (other.isEmpty()) {
            round.looked().barren().add(kind);
        }
        return other;
    }

    private Optional<ReplayCase> among(
            List<String> runs, Round round, FailureCluster family, GuardDrafts.Made failed, boolean older) {
        for (String id : runs) {
            Optional<RecordedTrace> run = round.runs().success(id);
            List<Span> calls = run.map(RecordedTrace::spans).orElse(List.of()).stream()
                    .filter(call -> isLike(call, failed.call()))
                    .toList();
            if (calls.isEmpty() || isOlder(round, run.orElseThrow().trace()) != older) {
                continue;
            }
            for (Span call : calls) {
                Optional<ReplayCase> made = allowing(round, family, run.orElseThrow(), call);
                if (made.isPresent()) {
                    return made;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOlder(Round round, Trace run) {
        String task = Graded.task(run);
        return round.looked()
                .sides()
                .computeIfAbsent(
                        task,
                        wanted -> cases.older(
                                round.scope(),
                                GuardDrafts.ROLE,
                                wanted,
                                round.runs().firstAt(run)));
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
