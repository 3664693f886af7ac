package tacit.pulse.mind.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** What happened to targets, a line each. Confined to one transaction. */
public final class JournalRows {

    private static final List<String> COLUMNS = List.of(
            "entry_key",
            "profile_id",
            "workspace_id",
            "target_key",
            "kind",
            "summary",
            "run_id",
            "outcome",
            "created_at");

    private final Session session;

    public JournalRows(Session session) {
        this.session = session;
    }

    /** What an entry tells. */
    public enum Kind {
        OBSERVATION,
        DECISION,
        ACTION,
        NOTIFICATION,
        SLEEP,
        DREAM
    }

    /**
     * A line. Immutable.
     *
     * @param key what makes it the same when it is told again
     * @param outcome what the run came to; null for none
     */
    public record Entry(
            String key,
            String profileId,
            @Nullable String workspaceId,
            String targetKey,
            Kind kind,
            String summary,
            @Nullable String runId,
            @Nullable String outcome,
            Instant at) {}

    /** Keeps a line, once for each key. */
    public boolean add(Entry entry) {
        @Nullable
        Object[] row = {
            entry.key(),
            entry.profileId(),
            entry.workspaceId(),
            entry.targetKey(),
            entry.kind().name(),
            entry.summary(),
            entry.runId(),
            entry.outcome(),
            entry.at()
        };
        return session.insertAbsent("mind_journal", COLUMNS, Collections.singletonList(row))[0];
    }

    /** The last lines of a target, the newest first. */
    public List<Entry> of(String profile, String target, int limit) {
        return session.select(
                "SELECT * FROM mind_journal WHERE profile_id = ? AND target_key = ? ORDER BY sequence DESC LIMIT ?",
                JournalRows::entry,
                profile,
                target,
                limit);
    }

    /** The lines of a workspace within a time, in their order. */
    public List<Entry> between(String workspace, Instant from, Instant until) {
        return session.select(
                "SELECT * FROM mind_journal WHERE workspace_id = ? AND created_at >= ? AND created_at < ?"
                        + " ORDER BY created_at, sequence LIMIT 10000",
                JournalRows::entry,
                workspace,
                from,
                until);
    }

    public int prune(Instant before, String profile) {
        return session.update("DELETE FROM mind_journal WHERE profile_id = ? AND created_at < ?", profile, before);
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.text("entry_key"),
                row.text("profile_id"),
                row.optionalText("workspace_id").orElse(null),
                row.text("target_key"),
                Kind.valueOf(row.text("kind")),
                row.text("summary"),
                row.optionalText("run_id").orElse(null),
                row.optionalText("outcome").orElse(null),
                row.time("created_at"));
    }
}
