package tacit.learn.evals.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.access.AuditLog;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayRun;
import tacit.api.store.Database;
import tacit.api.store.Session;

/** Keeps how cases went, and takes those out of use that say nothing. Thread-safe. */
final class Keeping {

    static final String ACTOR = "rule:flaky-case";

    /** Cases whose runs share a change, so that nobody waits long for the database. */
    private static final int AT_ONCE = 100;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Wording wording;
    private final int kept;

    Keeping(Database database, AuditLog audit, Clock clock, Wording wording, int kept) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.wording = wording;
        this.kept = kept;
    }

    /** Keeps the runs of a workspace, all under one generation; answers the cases that are quarantined by that. */
    List<String> keep(String workspace, List<ReplayRun> runs, long generation) {
        Map<String, List<ReplayRun>> byCase = new LinkedHashMap<>();
        runs.forEach(run ->
                byCase.computeIfAbsent(run.caseId(), id -> new ArrayList<>()).add(clean(run)));
        List<String> ids = List.copyOf(byCase.keySet());
        List<String> quarantined = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Map<String, List<ReplayRun>> some = new LinkedHashMap<>();
            ids.subList(from, Math.min(ids.size(), from + AT_ONCE)).forEach(id -> some.put(id, byCase.get(id)));
            quarantined.addAll(keepSome(workspace, some, generation));
        }
        return List.copyOf(quarantined);
    }

    private ReplayRun clean(ReplayRun run) {
        String reason = run.reason();
        return new ReplayRun(
                run.caseId(),
                run.experimentId(),
                run.arm(),
                run.outcome(),
                reason == null ? null : wording.reason(reason),
                run.took(),
                run.at());
    }

    private List<String> keepSome(String workspace, Map<String, List<ReplayRun>> runs, long generation) {
        Map<String, String> flaky = database.read(session -> flaky(session, workspace, runs, generation));
        flaky.forEach((id, experiment) -> audit.write(
                ACTOR, "replay_case.quarantined", id, Map.of("workspace", workspace, "experiment", experiment)));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.write(session -> {
            write(session, workspace, runs, generation);
            return flaky.entrySet().stream()
                    .filter(entry -> quarantine(session, workspace, entry.getKey(), entry.getValue(), now))
                    .map(Map.Entry::getKey)
                    .toList();
        });
    }

    private static Map<String, String> flaky(
            Session session, String workspace, Map<String, List<ReplayRun>> runs, long generation) {
        CaseRows cases = new CaseRows(session, workspace);
        RunRows known = new RunRows(session, workspace);
        Map<String, String> flaky = new TreeMap<>();
        runs.forEach((id, some) -> {
            List<ReplayRun> all = new ArrayList<>(known.ofGeneration(id, generation));
            all.addAll(some);
            cases.find(id)
                    .filter(found -> found.state() == State.ACTIVE)
                    .flatMap(found -> Flakes.experiment(found, all))
                    .ifPresent(experiment -> flaky.put(id, experiment));
        });
        return flaky;
    }

    private void write(Session session, String workspace, Map<String, List<ReplayRun>> runs, long generation) {
        CaseRows cases = new CaseRows(session, workspace);
        RunRows rows = new RunRows(session, workspace);
        runs.forEach((id, some) -> {
            if (cases.isThere(id)) {
                rows.add(some, generation);
                rows.keepNewest(id, kept);
            }
        });
    }

    private static boolean quarantine(Session session, String workspace, String id, String experiment, Instant now) {
        String why = "One harness answered it in two ways in experiment " + experiment;
        return new ReviewRows(session, workspace).move(id, State.ACTIVE, State.QUARANTINED, ACTOR, why, now);
    }
}
