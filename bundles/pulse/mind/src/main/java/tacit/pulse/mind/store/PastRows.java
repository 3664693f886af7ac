package tacit.pulse.mind.store;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionPast;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.store.Session;

/** What became of winners. Confined to one transaction. */
public final class PastRows {

    private static final List<String> COLUMNS = List.of(
            "past_key",
            "profile_id",
            "workspace_id",
            "target_key",
            "kind",
            "generator",
            "subject",
            "good",
            "source",
            "created_at");

    private final Session session;

    public PastRows(Session session) {
        this.session = session;
    }

    /** Keeps one, once for each key. */
    public boolean add(String key, String profile, @Nullable String workspace, ReflectionPast past) {
        @Nullable
        Object[] row = {
            key,
            profile,
            workspace,
            past.targetKey(),
            past.kind().name(),
            past.generator(),
            past.subject(),
            past.good(),
            past.source(),
            past.at()
        };
        return session.insertAbsent("mind_past", COLUMNS, Collections.singletonList(row))[0];
    }

    /** The newest first, of a profile alone. */
    public List<ReflectionPast> of(String profile, int limit) {
        return session.select(
                "SELECT * FROM mind_past WHERE profile_id = ? ORDER BY created_at DESC, past_key LIMIT ?",
                row -> new ReflectionPast(
                        row.text("target_key"),
                        Kind.valueOf(row.text("kind")),
                        row.text("generator"),
                        row.text("subject"),
                        row.truth("good"),
                        row.text("source"),
                        row.time("created_at")),
                profile,
                limit);
    }

    /** How many proposals people acted on in a workspace. */
    public int accepted(String profile, @Nullable String workspace) {
        return session.selectOne(
                        "SELECT COUNT(*) AS rows_there FROM mind_past WHERE profile_id = ? AND workspace_id = ?"
                                + " AND source = 'response' AND good = TRUE",
                        row -> (int) row.number("rows_there"),
                        profile,
                        workspace)
                .orElse(0);
    }
}
