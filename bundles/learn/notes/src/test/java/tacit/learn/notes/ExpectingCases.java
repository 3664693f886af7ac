package tacit.learn.notes;

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

/** Cases of which only what they expect matters. */
final class ExpectingCases implements ReplayCases {

    final List<String> expected = new ArrayList<>();

    @Override
    public Page<ReplayCase> list(Scope scope, String role, PageRequest page) {
        List<ReplayCase> cases = expected.stream().map(ExpectingCases::wanting).toList();
        return new Page<>(page.offset() == 0 ? cases : List.of(), page.offset(), cases.size());
    }

    private static ReplayCase wanting(String text) {
        return new ReplayCase(
                "c1",
                "asks",
                new Situation("style", "ask(String)", "[]", Instant.EPOCH, 1, List.of()),
                List.of(new AnswerCheck(AnswerCheck.Kind.EQUALS, "", List.of(text))),
                ReplayCase.Origin.OPERATOR,
                "d1",
                "ada",
                true,
                false,
                ReplayCase.State.ACTIVE,
                "a".repeat(64),
                1,
                Instant.EPOCH,
                null);
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
        return Optional.empty();
    }

    @Override
    public Optional<String> judge(ReplayCase replayCase, String answer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> record(Scope scope, List<ReplayRun> runs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<ReplayRun> runs(Scope scope, String caseId, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Boolean> failing(Scope scope, String caseId) {
        return Optional.empty();
    }

    @Override
    public ReplayCase review(Scope scope, String caseId, ReplayCase.State state, String by, String reason) {
        throw new UnsupportedOperationException();
    }
}
