package tacit.learn.evals.made;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.api.guard.GuardQuestion;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureRecord;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.learn.evals.made.GuardCases.Round;
import tacit.learn.evals.made.MadeRows.Evidence;

/** The calls that the failures of a family blame, and that were not looked at yet. Thread-safe. */
final class Blamed {

    /** Members that are looked through at either end. */
    private static final int END = 500;

    /** So many of them are read first: mostly enough, as one look asks for few. */
    private static final int OUTERMOST = 100;

    private final GuardDrafts drafts;
    private final int most;

    Blamed(GuardDrafts drafts, int most) {
        this.drafts = drafts;
        this.most = most;
    }

    /** Failures that may blame a call, from both ends of a family's time in turn, so that both of its sides get cases. */
    List<FailureRecord> failures(Round round, FailureCluster family) {
        Set<String> seen = round.rows().seenOf(family.id());
        Page<ClusterMember> outermost = members(round, family, 0, OUTERMOST);
        long total = outermost.total();
        List<FailureRecord> oldest = unseen(outermost.rows(), seen, family);
        if (oldest.size() < most && total > OUTERMOST) {
            oldest.addAll(
                    unseen(members(round, family, OUTERMOST, END - OUTERMOST).rows(), seen, family));
        }
        List<FailureRecord> newest = newest(round, family, seen, total);
        Set<FailureRecord> some = new LinkedHashSet<>();
        for (int place = 0; place < Math.max(oldest.size(), newest.size()); place++) {
            some.addAll(oldest.subList(Math.min(place, oldest.size()), Math.min(place + 1, oldest.size())));
            some.addAll(newest.subList(Math.min(place, newest.size()), Math.min(place + 1, newest.size())));
        }
        return some.stream().limit(most).toList();
    }

    private List<FailureRecord> newest(Round round, FailureCluster family, Set<String> seen, long total) {
        long outermost = Math.max(0, total - OUTERMOST);
        List<FailureRecord> newest =
                unseen(reversed(members(round, family, outermost, OUTERMOST).rows()), seen, family);
        long from = Math.max(0, total - END);
        if (newest.size() < most && from < outermost) {
            Page<ClusterMember> others = members(round, family, from, (int) (outermost - from));
            newest.addAll(unseen(reversed(others.rows()), seen, family));
        }
        return newest;
    }

    private static Page<ClusterMember> members(Round round, FailureCluster family, long offset, int limit) {
        return round.clusters().members(round.scope(), family.id(), new PageRequest(offset, limit));
    }

    private static List<ClusterMember> reversed(List<ClusterMember> members) {
        List<ClusterMember> reversed = new ArrayList<>(members);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<FailureRecord> unseen(List<ClusterMember> members, Set<String> seen, FailureCluster family) {
        return members.stream()
                .map(ClusterMember::record)
                .filter(Blame::possible)
                .filter(failure -> !seen.contains(evidence(failure, family).key()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static Evidence evidence(FailureRecord failure, FailureCluster family) {
        return Evidence.of("failure", family.id(), failure.traceId(), failure.id());
    }

    /** The call that a failure blames; where it cannot be told, that is noted. */
    Optional<GuardDrafts.Made> call(Round round, FailureCluster family, FailureRecord failure) {
        Evidence evidence = evidence(failure, family);
        Optional<RecordedTrace> run = round.runs().find(failure.traceId());
        if (run.isEmpty() || run.get().trace().outcome().label() != OutcomeLabel.FAILURE) {
            round.rows().waits(evidence, round.now());
            return Optional.empty();
        }
        Optional<Span> call = Blame.call(failure, run.get());
        Optional<GuardQuestion> question = call.flatMap(span -> drafts.question(run.get(), span));
        if (question.isEmpty()) {
            round.rows().waits(evidence, round.now());
            return Optional.empty();
        }
        return Optional.of(new GuardDrafts.Made(
                run.get(),
                call.orElseThrow(),
                question.get(),
                round.runs().firstAt(run.get().trace()),
                round.expiresAt()));
    }
}
