package tacit.runtime.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditFilter;
import tacit.api.access.AuditLog;
import tacit.api.access.AuditSearch;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Keeps what was written in memory, or refuses to. */
public final class ListAuditLog implements AuditLog, AuditSearch {

    public final List<AuditEntry> entries = new ArrayList<>();
    public boolean broken;

    @Override
    public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
        if (broken) {
            throw new IllegalStateException("The log is full");
        }
        AuditEntry entry = new AuditEntry(entries.size() + 1L, Instant.EPOCH, actor, action, subject, details);
        entries.add(entry);
        return entry;
    }

    @Override
    public Page<AuditEntry> list(PageRequest page) {
        return find(AuditFilter.ALL, page);
    }

    @Override
    public Page<AuditEntry> find(AuditFilter filter, PageRequest page) {
        List<AuditEntry> found = entries.stream()
                .filter(entry -> filter.actor() == null || filter.actor().equals(entry.actor()))
                .filter(entry -> filter.action() == null || entry.action().startsWith(filter.action()))
                .filter(entry -> filter.subject() == null || filter.subject().equals(entry.subject()))
                .filter(entry -> filter.since() == null || !entry.at().isBefore(filter.since()))
                .sorted(Comparator.comparing(AuditEntry::sequence).reversed())
                .toList();
        return new Page<>(found.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), found.size());
    }
}
