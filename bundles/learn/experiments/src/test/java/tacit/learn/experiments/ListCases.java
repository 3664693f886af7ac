package tacit.learn.experiments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayRun;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Cases in memory that want the answer {@code "good"}. */
final class ListCases implements ReplayCases {

    final List<ReplayCase> cases = new ArrayList<>();
    final List<ReplayRun> recorded = new ArrayList<>();
    final List<String> quarantine = new ArrayList<>();

    static ReplayCase of(String id, boolean older, boolean protectedCase) {
        return new ReplayCase(
                id,
                "asks " + id,
                new Situation("style", "rank(String)", "[\"" + id + "\"]", Instant.EPOCH, 1, List.of()),
                List.of(new AnswerCheck(AnswerCheck.Kind.EQUALS, "", List.of("\"good\""))),
                ReplayCase.Origin.OPERATOR,
                "d-" + id,
                "ada",
                older,
                protectedCase,
                ReplayCase.State.ACTIVE,
                ListGenerations.OLD,
                1,
                Instant.EPOCH,
                null);
    }

    /** Newer cases that count. */
    ListCases with(int count) {
        for (int i = 0; i < count; i++) {
            cases.add(of("c" + i, false, false));
        }
        return this;
    }

    @Override
    public ReplayCase rebuild(Scope scope, Rebuilt draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean older(Scope scope, String role, String task, @Nullable Instant firstAt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReplayCase add(Scope scope, Draft draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ReplayCase> find(Scope scope, String caseId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<ReplayCase> list(Scope scope, String role, PageRequest page) {
        List<ReplayCase> found = cases.stream()
                .filter(one -> one.situation().role().equals(role))
                .toList();
        int from = (int) Math.min(found.size(), page.offset());
        int to = (int) Math.min(found.size(), page.offset() + page.limit());
        return new Page<>(found.subList(from, to), page.offset(), found.size());
    }

    @Override
    public Optional<String> judge(ReplayCase replayCase, String answer) {
        return answer.equals("\"good\"") ? Optional.empty() : Optional.of("wanted \"good\", got " + answer);
    }

    @Override
    public List<String> record(Scope scope, List<ReplayRun> runs) {
        recorded.addAll(runs);
        return quarantine;
    }

    @Override
    public Page<ReplayRun> runs(Scope scope, String caseId, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Boolean> failing(Scope scope, String caseId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReplayCase review(Scope scope, String caseId, ReplayCase.State state, String by, String reason) {
        throw new UnsupportedOperationException();
    }
}
