package tacit.bench.clusters;

import java.util.List;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Refuses every act of an operator: a benchmark has none. */
final class UnauditedActs implements AuditLog {

    @Override
    public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
        throw new IllegalStateException("A benchmark has no operator");
    }

    @Override
    public Page<AuditEntry> list(PageRequest page) {
        return new Page<>(List.of(), page.offset(), 0);
    }
}
