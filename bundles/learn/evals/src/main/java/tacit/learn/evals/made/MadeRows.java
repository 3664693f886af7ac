package tacit.learn.evals.made;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Database;
import tacit.learn.evals.replay.RunName;

/** What became of the evidence of one workspace that was looked at. Keeps hashes and ids, no words. Thread-safe. */
final class MadeRows {

    private final Database database;
    private final String workspace;

    /** What evidence became. */
    enum Became {
        MADE,
        /** No case, for good. */
        NONE,
        /** No case before its run changes. */
        WAITS
    }

    /**
     * Something that a case may be made of.
     *
     * @param key its name
     * @param source the family, suggestion or correction that it belongs to
     * @param run the name of its run
     */
    record Evidence(String key, String source, String run) {

        static Evidence of(String kind, String source, String trace, String id) {
            return new Evidence(hash(kind, trace, id), source, RunName.of(trace));
        }
    }

    MadeRows(Database database, String workspace) {
        this.database = database;
        this.workspace = workspace;
    }

    private static String hash(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(part.length()).append(' ').append(part);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    boolean seen(Evidence evidence) {
        return database.read(session -> session.selectOne(
                        "SELECT became FROM made_cases WHERE workspace_id = ? AND evidence = ?",
                        row -> row.text("became"),
                        workspace,
                        evidence.key())
                .isPresent());
    }

    /** Whether a case was made of other evidence already. */
    boolean isMade(String caseId) {
        return database.read(session -> session.selectOne(
                                "SELECT COUNT(*) AS n FROM made_cases WHERE workspace_id = ? AND case_id = ?",
                                row -> row.number("n"),
                                workspace,
                                caseId)
                        .orElse(0L))
                > 0;
    }

    /** The names of all evidence of one source that was looked at. */
    Set<String> seenOf(String source) {
        return new HashSet<>(database.read(session -> session.select(
                "SELECT evidence FROM made_cases WHERE workspace_id = ? AND source = ?",
                row -> row.text("evidence"),
                workspace,
                source)));
    }

    void made(Evidence evidence, String caseId, Instant now) {
        note(evidence, Became.MADE, caseId, now);
    }

    void none(Evidence evidence, Instant now) {
        note(evidence, Became.NONE, null, now);
    }

    void waits(Evidence evidence, Instant now) {
        note(evidence, Became.WAITS, null, now);
    }

    private void note(Evidence evidence, Became became, @Nullable String caseId, Instant now) {
        @Nullable
        Object[] row = {workspace, evidence.key(), evidence.source(), evidence.run(), became.name(), caseId, now};
        database.write(session -> session.insertAbsent(
                "made_cases",
                List.of("workspace_id", "evidence", "source", "run", "became", "case_id", "made_at"),
                List.<@Nullable Object[]>of(row)));
    }

    /** Forgets that evidence of these runs waits, as they changed; answers the sources that are to be looked at again. */
    Set<String> changed(Collection<String> traces) {
        Set<String> sources = new TreeSet<>();
        List<String> waiting = new ArrayList<>();
        database.read(session -> {
            for (String trace : traces) {
                List<String> some = session.select(
                        "SELECT DISTINCT source FROM made_cases WHERE workspace_id = ? AND run = ? AND became = 'WAITS'",
                        row -> row.text("source"),
                        workspace,
                        RunName.of(trace));
                sources.addAll(some);
                waiting.addAll(some.isEmpty() ? List.of() : List.of(RunName.of(trace)));
            }
            return sources;
        });
        if (!waiting.isEmpty()) {
            database.write(session -> session.batch(
                    "DELETE FROM made_cases WHERE workspace_id = ? AND run = ? AND became = 'WAITS'",
                    waiting.stream().map(run -> new Object[] {workspace, run}).toList()));
        }
        return sources;
    }
}
