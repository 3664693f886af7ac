package tacit.learn.evals.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import tacit.api.harness.Decision;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCases.Rebuilt;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.learn.evals.replay.Samples.ListDecisions;
import tacit.learn.evals.replay.Samples.NumberedHarness;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

/** A workspace where runs, decisions and cases come in any order, by a seed, and what was seen on which side. */
final class LaterWork {

    private static final int TASKS = 12;

    final Map<String, Set<Boolean>> sides = new HashMap<>();
    final List<ReplayCase> made = new ArrayList<>();
    int refused;

    private final Database database;
    private final Scope scope;
    private final SplittableRandom random;
    private final SqlTraceStore traces;
    private final ListDecisions log = new ListDecisions();
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<Integer, Instant> firsts = new HashMap<>();
    private SqlReplayCases cases;
    private Instant now = Samples.NOW;
    private int acts;

    LaterWork(Database database, String workspace, long seed) {
        this.database = database;
        this.scope = Scope.ofWorkspace(workspace);
        this.random = new SplittableRandom(seed);
        this.traces = new SqlTraceStore(database);
        this.cases = open();
    }

    private SqlReplayCases open() {
        return Samples.cases(database, log, new NumberedHarness(), new ListAuditLog(), new MovingClock(), Map.of());
    }

    void act(int count) {
        for (int i = 0; i < count; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(1, 300)));
            acts++;
            switch (random.nextInt(4)) {
                case 0 -> run(random.nextInt(TASKS));
                case 1 -> decide();
                case 2 -> rebuild(random.nextInt(TASKS));
                default -> add();
            }
        }
    }

    private void run(int task) {
        firsts.putIfAbsent(task, now);
        Trace trace = Trace.builder("t" + acts)
                .taskKey("errand " + task)
                .startedAt(now)
                .endedAt(now.plus(Duration.ofMinutes(30)))
                .build();
        traces.append(scope, List.of(TraceUpdate.of(trace, List.of())));
    }

    private void decide() {
        String id = "d" + (100 + acts);
        String inputs =
                switch (random.nextInt(3)) {
                    case 0 -> Histories.inputs(word(random.nextInt(6)), random.nextInt(3));
                    case 1 -> "[{\"profileId\":\"p" + random.nextInt(3) + "\",\"backlog\":" + random.nextInt(4) + "}]";
                    default ->
                        "[{\"text\":\"" + word(random.nextInt(6)) + " order-" + random.nextInt(100, 999) + "\"}]";
                };
        Decision decision = Samples.decision(id, inputs, now);
        log.with(decision);
        decisions.add(decision);
    }

    /** Letters alone, as numbers are passed over. */
    static String word(int number) {
        return "w" + (char) ('a' + number);
    }

    private void add() {
        if (decisions.isEmpty()) {
            return;
        }
        Decision decision = decisions.get(random.nextInt(decisions.size()));
        AnswerCheck check = Samples.check(Kind.OMITS, "", "never " + random.nextInt(3));
        try {
            ReplayCase one = cases.add(scope, Samples.draft(decision.id(), check));
            DecisionGroup group = DecisionGroup.of(decision.situation());
            saw(one, "near " + group.near(), "whole " + group.whole());
        } catch (IllegalArgumentException e) {
            refused(e);
        }
    }

    private void rebuild(int task) {
        Instant first = firsts.get(task);
        if (first == null) {
            return;
        }
        String inputs = Histories.inputs("errand " + word(task), random.nextInt(3));
        Situation asked = new Situation("guard", "decide(GuardQuestion)", inputs, now, 0, List.of());
        AnswerCheck check = Samples.check(Kind.OMITS, "", "never " + random.nextInt(3));
        boolean told = cases.older(scope, "guard", "task errand " + task, first);
        try {
            ReplayCase one = cases.rebuild(
                    scope,
                    new Rebuilt(
                            asked,
                            "task errand " + task,
                            first,
                            "A call",
                            List.of(check),
                            Origin.CLUSTER,
                            "c1",
                            "rule:cases",
                            null));
            sides.computeIfAbsent("task " + task, key -> new HashSet<>()).add(told);
            saw(one, "task " + task);
        } catch (IllegalArgumentException e) {
            refused(e);
        }
    }

    private void saw(ReplayCase one, String... keys) {
        made.add(one);
        for (String key : keys) {
            sides.computeIfAbsent(key, wanted -> new HashSet<>()).add(one.older());
        }
        sides.computeIfAbsent("question " + CaseKeys.question(one.situation()), key -> new HashSet<>())
                .add(one.older());
    }

    private void refused(IllegalArgumentException e) {
        String why = String.valueOf(e.getMessage());
        if (!why.contains("some of what belongs with it") && !why.contains("another one asks the same")) {
            throw e;
        }
        refused++;
    }

    /** Takes from the database what it did not hold before halves had an end. */
    void becomeOld() {
        Set<String> tasks = new HashSet<>();
        for (int task = 0; task < TASKS; task++) {
            tasks.add(CaseKeys.sha256("task errand " + task));
        }
        database.write(session -> {
            session.update("UPDATE replay_splits SET held_until = NULL WHERE workspace_id = ?", scope.workspaceId());
            return session
                    .select(
                            "SELECT task FROM replay_tasks WHERE workspace_id = ?",
                            row -> row.text("task"),
                            scope.workspaceId())
                    .stream()
                    .filter(task -> !tasks.contains(task))
                    .mapToInt(task -> session.update("DELETE FROM replay_tasks WHERE task = ?", task))
                    .sum();
        });
        cases = open();
    }

    ReplayCase kept(ReplayCase one) {
        return cases.find(scope, one.id()).orElseThrow();
    }
}
