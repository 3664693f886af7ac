package tacit.surface.gateway.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Keeps entries in memory. */
final class ListAuditLog implements AuditLog {

    final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
        AuditEntry entry = new AuditEntry(entries.size() + 1L, Instant.EPOCH, actor, action, subject, details);
        entries.add(entry);
        return entry;
    }

    @Override
    public Page<AuditEntry> list(PageRequest page) {
        return new Page<>(entries, page.offset(), entries.size());
    }
}
