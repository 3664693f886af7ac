package tacit.learn.proposers;

import java.time.Duration;
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

/** Cases in memory; an answer is right when it is the text that its case expects. */
public final class ListCases implements ReplayCases {

    public final List<ReplayCase> cases = new ArrayList<>();
    public final List<ReplayRun> recorded = new ArrayList<>();

    /** Tasks that were first tried later are newer; those of no time are, too. */
    public Instant split = World.middle();

    public ListCases add(String role, String id, boolean older, String expected) {
        return add(role, id, older, expected, ReplayCase.Origin.OPERATOR);
    }

    public ListCases add(String role, String id, boolean older, String expected, ReplayCase.Origin origin) {
        return add(role, id, "ask(String)", "[\"" + id + "\"]", older, expected, origin);
    }

    /** One that an operator made, with another question. */
    public ListCases add(String role, String id, String method, String inputs, boolean older, String expected) {
        return add(role, id, method, inputs, older, expected, ReplayCase.Origin.OPERATOR);
    }

    private ListCases add(
            String role,
            String id,
            String method,
            String inputs,
            boolean older,
            String expected,
            ReplayCase.Origin origin) {
        Duration after = Duration.ofDays(older ? -1 : 1);
        cases.add(new ReplayCase(
                id,
                "asks " + id,
                new Situation(role, method, inputs, World.middle().plus(after), 1, List.of()),
                List.of(new AnswerCheck(AnswerCheck.Kind.EQUALS, "", List.of(expected))),
                origin,
                "d-" + id,
                "ada",
                older,
                false,
                ReplayCase.State.ACTIVE,
                World.GUARD,
                1,
                World.middle(),
                null));
        return this;
    }

    /** Cases of the role style that the gate may judge by and that want {@code "good"}. */
    public ListCases newer(int count) {
        for (int i = 0; i < count; i++) {
            add("style", "n" + cases.size(), false, "\"good\"");
        }
        return this;
    }

    @Override
    public ReplayCase rebuild(Scope scope, Rebuilt draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReplayCase add(Scope scope, Draft draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean older(Scope scope, String role, String task, @Nullable Instant firstAt) {
        return firstAt != null && !firstAt.isAfter(split) && role.equals("guard") && task.startsWith("task ");
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
        String expected = replayCase.checks().get(0).expected().get(0);
        return answer.equals(expected) ? Optional.empty() : Optional.of("wanted " + expected + ", got " + answer);
    }

    @Override
    public List<String> record(Scope scope, List<ReplayRun> runs) {
        recorded.addAll(runs);
        return List.of();
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
