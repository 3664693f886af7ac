package tacit.learn.proposers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tacit.api.experiment.Proposers.Status;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** How proposers fared, from their rounds. Thread-safe. */
final class Standing {

    private static final int LATEST = 10;

    private final Database database;

    Standing(Database database) {
        this.database = database;
    }

    /** Those that are there, and those that were, by name. */
    List<Status> of(Scope scope, Set<String> present) {
        Map<String, Status> all = new TreeMap<>();
        present.forEach(name -> all.put(name, new Status(name, true, null, 0, 0, 0, 0, List.of(), List.of())));
        database.read(session -> new RoundRows(session).sums(scope.workspaceId()))
                .forEach(sum -> all.put(sum.proposer(), of(scope, sum, present.contains(sum.proposer()))));
        return List.copyOf(all.values());
    }

    private Status of(Scope scope, RoundRows.Sum sum, boolean present) {
        return database.read(session -> {
            RoundRows rows = new RoundRows(session);
            return new Status(
                    sum.proposer(),
                    present,
                    sum.lastAt(),
                    sum.rounds(),
                    sum.entered(),
                    sum.refused(),
                    sum.casesAsked(),
                    rows.notes(new RoundRows.Round(scope.workspaceId(), sum.proposer(), sum.lastAt())),
                    rows.latest(scope.workspaceId(), sum.proposer(), LATEST));
        });
    }

    Optional<Instant> lastAt(Scope scope, String proposer) {
        return database.read(session -> new RoundRows(session).lastAt(scope.workspaceId(), proposer));
    }

    void forgetBefore(Instant time) {
        database.write(session -> {
            new RoundRows(session).forgetBefore(time);
            return time;
        });
    }
}
