package tacit.pulse.traces;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;

/** Keeps what the core learnt in the database. Thread-safe. */
@Component
public final class SqlLearningsLog implements LearningsLog {

    private final Database database;
    private final Words words;
    private final Clock clock;

    @Activate
    public SqlLearningsLog(@Reference Database database, @Reference Redactor redactor, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
        words = new Words(redactor);
        database.migrate(SqlCoreTraces.OWNER, SqlCoreTraces.class);
    }

    @Override
    public boolean add(
            String profileId,
            @Nullable String workspaceId,
            Learning.Kind kind,
            String key,
            String summary,
            @Nullable String traceId,
            @Nullable String reference) {
        if (key.isBlank() || key.length() > 400) {
            throw new IllegalArgumentException("key must have 1 to 400 characters, got " + key.length());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String clean = words.summary(summary);
        String id = id(profileId, kind, key);
        return database.write(session -> session.insertAbsent(
                        "core_learnings",
                        List.of(
                                "id",
                                "profile_id",
                                "workspace_id",
                                "kind",
                                "learning_key",
                                "summary",
                                "trace_id",
                                "reference",
                                "created_at"),
                        List.<@Nullable Object[]>of(new @Nullable Object[] {
                            id, profileId, workspaceId, kind.name(), key, clean, traceId, reference, now
                        }))[0]);
    }

    /** The same entry has the same id on every host. */
    private static String id(String profileId, Learning.Kind kind, String key) {
        return UUID.nameUUIDFromBytes(
                        (profileId + '\n' + kind + '\n' + key).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public Page<Learning> list(
            @Nullable String workspaceId, @Nullable String profileId, Learning.@Nullable Kind kind, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" FROM core_learnings WHERE 1 = 1");
        if (workspaceId != null) {
            where.append(" AND workspace_id = ?");
            values.add(workspaceId);
        }
        if (profileId != null) {
            where.append(" AND profile_id = ?");
            values.add(profileId);
        }
        if (kind != null) {
            where.append(" AND kind = ?");
            values.add(kind.name());
        }
        return database.read(session -> {
            long total = session.selectOne("SELECT COUNT(*) AS n" + where, row -> row.number("n"), values.toArray())
                    .orElse(0L);
            List<@Nullable Object> all = new ArrayList<>(values);
            all.add(page.limit());
            all.add(page.offset());
            List<Learning> rows = session.select(
                    "SELECT *" + where + " ORDER BY sequence DESC LIMIT ? OFFSET ?",
                    SqlLearningsLog::learning,
                    all.toArray());
            return new Page<>(rows, page.offset(), total);
        });
    }

    private static Learning learning(Row row) {
        return new Learning(
                row.text("id"),
                row.text("profile_id"),
                row.optionalText("workspace_id").orElse(null),
                Learning.Kind.valueOf(row.text("kind")),
                row.text("learning_key"),
                row.text("summary"),
                row.optionalText("trace_id").orElse(null),
                row.optionalText("reference").orElse(null),
                row.time("created_at"));
    }
}
