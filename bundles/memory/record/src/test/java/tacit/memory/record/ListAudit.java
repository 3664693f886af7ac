package tacit.memory.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Numbers what is written, and keeps it in memory. */
final class ListAudit implements AuditLog {

    final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
        AuditEntry entry = new AuditEntry(entries.size() + 1L, Samples.NOON, actor, action, subject, details);
        entries.add(entry);
        return entry;
    }

    @Override
    public Page<AuditEntry> list(PageRequest page) {
        List<AuditEntry> newest = new ArrayList<>(entries);
        Collections.reverse(newest);
        return new Page<>(
                newest.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), entries.size());
    }
}
