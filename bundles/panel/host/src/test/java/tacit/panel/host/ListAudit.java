package tacit.panel.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditFilter;
import tacit.api.access.AuditSearch;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** An audit log in memory. */
final class ListAudit implements AuditSearch {

    final List<AuditEntry> entries = new ArrayList<>();

    void add(String at, String actor, String action, String subject) {
        entries.add(
                0,
                new AuditEntry(
                        entries.size() + 1L,
                        Instant.parse(at),
                        actor,
                        action,
                        subject,
                        Map.of("workspace", "default", "from", Attack.TEXT)));
    }

    @Override
    public Page<AuditEntry> find(AuditFilter filter, PageRequest page) {
        List<AuditEntry> found = entries.stream()
                .filter(entry -> filter.actor() == null || filter.actor().equals(entry.actor()))
                .filter(entry -> filter.action() == null || entry.action().startsWith(filter.action()))
                .filter(entry -> filter.subject() == null || filter.subject().equals(entry.subject()))
                .filter(entry -> filter.since() == null || !entry.at().isBefore(filter.since()))
                .toList();
        return new Page<>(found.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), found.size());
    }
}
