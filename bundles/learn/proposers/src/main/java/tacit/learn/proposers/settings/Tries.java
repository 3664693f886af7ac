package tacit.learn.proposers.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;

/** What values did to the older cases, so that nothing is asked twice while nothing has changed. Thread-safe. */
final class Tries {

    private final Database database;

    Tries(Database database) {
        this.database = database;
    }

    /** What one value did. */
    record Try(String place, String value, int mended, int broken, int asked) {}

    /** How many of the older cases fail under what is in force; empty when they were never asked. */
    Optional<Integer> failing(String workspaceId, String situation) {
        return database.read(session -> session.selectOne(
                "SELECT failing FROM search_baselines WHERE workspace_id = ? AND situation = ?",
                row -> (int) row.number("failing"),
                workspaceId,
                situation));
    }

    List<Try> of(String workspaceId, String situation) {
        return database.read(session -> session.select(
                "SELECT * FROM search_tries WHERE workspace_id = ? AND situation = ? ORDER BY place, tried_value",
                row -> new Try(
                        row.text("place"),
                        row.text("tried_value"),
                        (int) row.number("mended"),
                        (int) row.number("broken"),
                        (int) row.number("asked")),
                workspaceId,
                situation));
    }

    void note(String workspaceId, String situation, Try tried, int failing, Instant at) {
        List<@Nullable Object[]> baseline = new ArrayList<>();
        baseline.add(new @Nullable Object[] {workspaceId, situation, (long) failing, at});
        List<@Nullable Object[]> row = new ArrayList<>();
        row.add(new @Nullable Object[] {
            workspaceId,
            situation,
            tried.place(),
            tried.value(),
            (long) tried.mended(),
            (long) tried.broken(),
            (long) tried.asked(),
            at
        });
        database.write(session -> {
            session.insertAbsent(
                    "search_baselines", List.of("workspace_id", "situation", "failing", "noted_at"), baseline);
            return session.insertAbsent(
                    "search_tries",
                    List.of(
                            "workspace_id",
                            "situation",
                            "place",
                            "tried_value",
                            "mended",
                            "broken",
                            "asked",
                            "tried_at"),
                    row);
        });
    }

    /** What was tried long ago is forgotten, and may be tried again. */
    void forgetBefore(Instant time) {
        database.write(session -> session.update("DELETE FROM search_tries WHERE tried_at < ?", time)
                + session.update("DELETE FROM search_baselines WHERE noted_at < ?", time));
    }
}
