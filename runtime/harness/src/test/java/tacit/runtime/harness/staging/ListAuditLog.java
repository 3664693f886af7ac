package tacit.runtime.harness.staging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.StoreException;

/** An audit log in memory, which can be full. */
final class ListAuditLog implements AuditLog {

    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    boolean full;

    List<String> acts() {
        return entries.stream()
                .map(entry -> entry.actor() + " " + entry.action() + " " + entry.details())
                .toList();
    }

    @Override
    public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
        if (full) {
            throw new StoreException("The audit log is full");
        }
        AuditEntry entry = new AuditEntry(entries.size() + 1L, Instant.EPOCH, actor, action, subject, details);
        entries.add(entry);
        return entry;
    }

    @Override
    public Page<AuditEntry> list(PageRequest page) {
        return new Page<>(List.copyOf(entries), 0, entries.size());
    }
}
