package tacit.surface.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditFilter;
import tacit.api.access.AuditLog;
import tacit.api.access.AuditSearch;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** Keeps the audit log in a table that is only ever appended to, each entry tied to the last by its hash. */
@Component
public final class SqlAuditLog implements AuditLog, AuditSearch {

    private static final String COLUMNS = "entry_no, written_at, actor, action_name, subject, details, entry_hash";

    private final Database database;
    private final Clock clock;

    @Activate
    public SqlAuditLog(@Reference Database database, @Reference Clock clock) {
        database.migrate("tacit.surface.access", SqlAuditLog.class);
        this.database = database;
        this.clock = clock;
    }

    @Override
    public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.write(session -> append(session, new AuditEntry(0, now, actor, action, subject, details)));
    }

    @Override
    public Page<AuditEntry> list(PageRequest page) {
        return find(AuditFilter.ALL, page);
    }

    @Override
    public Page<AuditEntry> find(AuditFilter filter, PageRequest page) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        List<Object> paged = new ArrayList<>(values);
        paged.add(page.limit());
        paged.add(page.offset());
        String sql = "SELECT " + COLUMNS + " FROM audit_entry" + where + " ORDER BY entry_no DESC LIMIT ? OFFSET ?";
        String count = "SELECT COUNT(*) AS entries FROM audit_entry" + where;
        return database.read(session -> new Page<>(
                session.select(sql, row -> Tied.of(row).entry(), paged.toArray()),
                page.offset(),
                session.selectOne(count, row -> row.number("entries"), values.toArray())
                        .orElseThrow()));
    }

    private static String where(AuditFilter filter, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        condition(conditions, values, "actor = ?", filter.actor());
        condition(conditions, values, "subject = ?", filter.subject());
        condition(conditions, values, "written_at >= ?", filter.since());
        String begin = filter.action();
        if (begin != null) {
            // A pattern would take some of its letters for signs
            condition(conditions, values, "SUBSTRING(action_name FROM 1 FOR " + begin.length() + ") = ?", begin);
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static void condition(List<String> conditions, List<Object> values, String sql, @Nullable Object value) {
        if (value != null) {
            conditions.add(sql);
            values.add(value);
        }
    }

    /** The first entry that is missing or is not as it was written; empty when the log is whole. */
    public Optional<Long> firstBroken() {
        String sql = "SELECT " + COLUMNS + " FROM audit_entry ORDER BY entry_no";
        List<Tied> entries = database.read(session -> session.select(sql, Tied::of));
        String previous = AuditChain.START;
        long expected = 1;
        for (Tied tied : entries) {
            if (tied.entry().sequence() != expected || !tied.hash().equals(AuditChain.hash(previous, tied.entry()))) {
                return Optional.of(expected);
            }
            previous = tied.hash();
            expected++;
        }
        return Optional.empty();
    }

    private static AuditEntry append(Session session, AuditEntry draft) {
        String newest = "SELECT " + COLUMNS + " FROM audit_entry ORDER BY entry_no DESC LIMIT 1";
        Optional<Tied> last = session.selectOne(newest, Tied::of);
        long number = last.map(tied -> tied.entry().sequence() + 1).orElse(1L);
        AuditEntry entry =
                new AuditEntry(number, draft.at(), draft.actor(), draft.action(), draft.subject(), draft.details());
        session.update(
                "INSERT INTO audit_entry (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
                number,
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                AuditChain.details(entry),
                AuditChain.hash(last.map(Tied::hash).orElse(AuditChain.START), entry));
        return entry;
    }

    private record Tied(AuditEntry entry, String hash) {

        static Tied of(Row row) {
            AuditEntry entry = new AuditEntry(
                    row.number("entry_no"),
                    row.time("written_at"),
                    row.text("actor"),
                    row.text("action_name"),
                    row.text("subject"),
                    AuditChain.details(row.text("details")));
            return new Tied(entry, row.text("entry_hash"));
        }
    }
}
