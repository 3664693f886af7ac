package tacit.surface.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.TestDatabase;

@EachDatabase
class SqlAuditLogTest {

    private final MovingClock clock = new MovingClock();
    private SqlAuditLog log;

    @BeforeEach
    void open(Database database) {
        log = new SqlAuditLog(database, clock);
    }

    @Test
    void listsNewestFirstByPage() {
        log.write("ann", "cluster.dismiss", "c1", Map.of("a", "1"));
        log.write("bob", "cluster.merge", "c2", Map.of());
        log.write("ann", "cluster.split", "c3", Map.of());

        Page<AuditEntry> page = log.list(new PageRequest(1, 1));

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.rows()).extracting(AuditEntry::subject).containsExactly("c2");
        assertThat(page.rows().get(0).sequence()).isEqualTo(2);
    }

    @Test
    void keepsWhatWasWrittenOverARestart(TestDatabase database) {
        AuditEntry written = log.write("ann", "cluster.dismiss", "c1", Map.of("from", "open", "to", "dismissed"));

        SqlAuditLog reopened = new SqlAuditLog(database.reopen(), clock);

        assertThat(reopened.list(PageRequest.first(5)).rows()).containsExactly(written);
        assertThat(reopened.firstBroken()).isEmpty();
    }

    @Test
    void noticesAChangedEntry(Database database) {
        log.write("ann", "cluster.dismiss", "c1", Map.of());
        log.write("ann", "cluster.dismiss", "c2", Map.of());
        log.write("ann", "cluster.dismiss", "c3", Map.of());

        database.write(session -> session.update("UPDATE audit_entry SET actor = ? WHERE entry_no = ?", "bob", 2L));

        assertThat(log.firstBroken()).contains(2L);
    }

    @Test
    void noticesAMissingEntry(Database database) {
        log.write("ann", "cluster.dismiss", "c1", Map.of());
        log.write("ann", "cluster.dismiss", "c2", Map.of());
        log.write("ann", "cluster.dismiss", "c3", Map.of());

        database.write(session -> session.update("DELETE FROM audit_entry WHERE entry_no = ?", 2L));

        assertThat(log.firstBroken()).contains(2L);
    }

    @Test
    void findsAWholeLogWhole() {
        for (int i = 0; i < 5; i++) {
            log.write("ann", "token.create", "t" + i, Map.of("role", "AGENT"));
        }

        assertThat(log.firstBroken()).isEmpty();
    }
}
