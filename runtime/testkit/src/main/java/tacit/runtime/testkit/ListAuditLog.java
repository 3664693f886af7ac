package tacit.runtime.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Keeps what was written in memory, or refuses to. */
public final class ListAuditLog implements AuditLog {

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
        return new Page<>(entries, 0, entries.size());
    }
}
