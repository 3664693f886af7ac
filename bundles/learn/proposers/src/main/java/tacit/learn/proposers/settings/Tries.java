package tacit.learn.proposers.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.Generation;
import tacit.api.learn.ReplayCase;
import tacit.api.store.Database;

/** What values did to the older cases, so that nothing is asked twice while nothing has changed. Thread-safe. */
public final class Tries {

    private final Database database;

    public Tries(Database database) {
        this.database = database;
    }

    /**
     * What tries are good for: the same while the jar of a role, its settings and the cases are the same.
     *
     * @param pids of its configurations
     */
    public static String situation(Generation active, String role, List<String> pids, List<ReplayCase> cases) {
        StringBuilder all = new StringBuilder(role).append(' ');
        all.append(Objects.requireNonNull(active.roles().get(role), "artifact").sha256());
        pids.stream().distinct().sorted().forEach(pid -> all.append('\n')
                .append(pid)
                .append(active.configurations().getOrDefault(pid, Collections.emptySortedMap())));
        cases.stream().map(ReplayCase::id).sorted().forEach(id -> all.append('\n')
                .append(id));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What one value did. */
    public record Try(String place, String value, int mended, int broken, int asked) {}

    /** How many of the older cases fail under what is in force; empty when they were never asked. */
    public Optional<Integer> failing(String workspaceId, String situation) {
        return database.read(session -> session.selectOne(
                "SELECT failing FROM search_baselines WHERE workspace_id = ? AND situation = ?",
                row -> (int) row.number("failing"),
                workspaceId,
                situation));
    }

    public List<Try> of(String workspaceId, String situation) {
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

    public void note(String workspaceId, String situation, Try tried, int failing, Instant at) {
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
    public void forgetBefore(Instant time) {
        database.write(session -> session.update("DELETE FROM search_tries WHERE tried_at < ?", time)
                + session.update("DELETE FROM search_baselines WHERE noted_at < ?", time));
    }
}
