package tacit.surface.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Keeps entries in memory. */
final class ListAudit implements AuditLog {

    final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
        entries.add(new AuditEntry(entries.size() + 1, Instant.EPOCH, actor, action, subject, details));
        return entries.get(entries.size() - 1);
    }

    @Override
    public Page<AuditEntry> list(PageRequest page) {
        return new Page<>(entries, 0, entries.size());
    }
}
