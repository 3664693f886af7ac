package tacit.runtime.harness.activation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Keeps entries in memory. */
final class ListAudit implements AuditLog {

    final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    volatile boolean broken;

    @Override
    public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
        if (broken) {
            throw new IllegalStateException("the audit log is full");
        }
        AuditEntry entry = new AuditEntry(entries.size() + 1, Instant.EPOCH, actor, action, subject, details);
        entries.add(entry);
        return entry;
    }

    @Override
    public Page<AuditEntry> list(PageRequest page) {
        return new Page<>(entries, 0, entries.size());
    }
}
