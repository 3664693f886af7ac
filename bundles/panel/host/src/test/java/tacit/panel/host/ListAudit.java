package tacit.panel.host;

import java.time.Instant;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditFilter;
import tacit.api.access.AuditSearch;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.ListAuditLog;

/** An audit log in memory. */
final class ListAudit implements AuditSearch {

    final ListAuditLog kept = new ListAuditLog();

    void add(String at, String actor, String action, String subject) {
        kept.entries.add(new AuditEntry(
                kept.entries.size() + 1L,
                Instant.parse(at),
                actor,
                action,
                subject,
                Map.of("workspace", "default", "from", Attack.TEXT)));
    }

    @Override
    public Page<AuditEntry> find(AuditFilter filter, PageRequest page) {
        return kept.find(filter, page);
    }
}
