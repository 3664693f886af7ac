package tacit.learn.proposers;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;
import tacit.api.store.Session;

/**
 * What the day allows, in the database: what is taken before some work is gone even when the host ends during it, so that
 * starting again brings nothing back. Hosts that share a database share it. Thread-safe.
 */
final class Spending {

    private final Database database;
    private final Clock clock;
    private final long mostExperiments;
    private final long mostCases;

    Spending(Database database, Clock clock, long mostExperiments, long mostCases) {
        this.database = database;
        this.clock = clock;
        this.mostExperiments = mostExperiments;
        this.mostCases = mostCases;
    }

    /** What is left of a day. */
    record Left(long day, long experiments, long cases) {}

    /** What was taken of a day. */
    private record Taken(long experiments, long cases) {}

    Left left() {
        long day = today();
        return database.read(session -> left(session, day));
    }

    private Left left(Session session, long day) {
        Optional<Taken> taken = session.selectOne(
                "SELECT experiments, cases FROM experiment_days WHERE day_number = ?",
                row -> new Taken(row.number("experiments"), row.number("cases")),
                day);
        Taken known = taken.orElseGet(() -> new Taken(0, 0));
        return new Left(
                day, Math.max(0, mostExperiments - known.experiments()), Math.max(0, mostCases - known.cases()));
    }

    /** Takes all of it or nothing. */
    boolean take(long day, long experiments, long cases) {
        if (experiments > mostExperiments || cases > mostCases) {
            return false;
        }
        return database.write(session -> {
            session.insertAbsent(
                    "experiment_days",
                    List.of("day_number", "experiments", "cases"),
                    List.<@Nullable Object[]>of(new @Nullable Object[] {day, 0L, 0L}));
            return session.update(
                            "UPDATE experiment_days SET experiments = experiments + ?, cases = cases + ?"
                                    + " WHERE day_number = ? AND experiments <= ? AND cases <= ?",
                            experiments,
                            cases,
                            day,
                            mostExperiments - experiments,
                            mostCases - cases)
                    == 1;
        });
    }

    /** Takes cases up to so many; answers how many that were. */
    long takeUpTo(long day, long cases) {
        long wanted = Math.min(cases, left().cases());
        return wanted > 0 && take(day, 0, wanted) ? wanted : 0;
    }

    /** Brings back what was taken and not used. */
    void giveBack(long day, long cases) {
        if (cases > 0) {
            database.write(session -> session.update(
                    "UPDATE experiment_days SET cases = cases - ? WHERE day_number = ? AND cases >= ?",
                    cases,
                    day,
                    cases));
        }
    }

    private long today() {
        Instant now = clock.instant();
        return now.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
