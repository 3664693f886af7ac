package tacit.surface.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditFilter;
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
    void findsByWhoWhatAndWhen() {
        log.write("ann", "memory.forget", "m1", Map.of());
        clock.pass(Duration.ofMinutes(5));
        Instant later = clock.instant();
        log.write("bob", "memory.import", "m1", Map.of());
        log.write("ann", "memory_x", "m2", Map.of());

        assertThat(found(new AuditFilter("ann", null, null, null))).containsExactly("memory_x", "memory.forget");
        assertThat(found(new AuditFilter(null, "memory.", null, null)))
                .containsExactly("memory.import", "memory.forget");
        assertThat(found(new AuditFilter(null, "memory_", null, null))).containsExactly("memory_x");
        assertThat(found(new AuditFilter(null, "%", null, null))).isEmpty();
        assertThat(found(new AuditFilter(null, null, "m1", later))).containsExactly("memory.import");
        assertThat(found(new AuditFilter("ann' OR '1'='1", null, null, null))).isEmpty();
        assertThat(found(AuditFilter.ALL)).hasSize(3);
    }

    @Test
    void countsAllThatFitsOnEveryPage() {
        for (int i = 0; i < 7; i++) {
            log.write(i % 2 == 0 ? "ann" : "bob", "token.create", "t" + i, Map.of());
        }

        Page<AuditEntry> page = log.find(new AuditFilter("ann", null, null, null), new PageRequest(2, 1));

        assertThat(page.total()).isEqualTo(4);
        assertThat(page.rows()).extracting(AuditEntry::subject).containsExactly("t2");
    }

    private List<String> found(AuditFilter filter) {
        return log.find(filter, PageRequest.first(9)).rows().stream()
                .map(AuditEntry::action)
                .toList();
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
