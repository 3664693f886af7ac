package tacit.memory.recall.graph;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.access.AuditLog;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.evidence.redaction.PatternRedactor;
import tacit.memory.gate.SqlWriteGate;

/** Real gates on a real database, without an audit log to look at. */
public final class Gates {

    private Gates() {}

    public static SqlWriteGate of(Database database, String mode, Clock clock) {
        SqlWriteGate.Rule rule = new SqlWriteGate.Rule(mode, 100, name -> null);
        return new SqlWriteGate(database, new Unread(), new PatternRedactor(), clock, rule);
    }

    private static final class Unread implements AuditLog {

        @Override
        public AuditEntry write(String actor, String action, String subject, Map<String, String> details) {
            return new AuditEntry(1, Instant.EPOCH, actor, action, subject, details);
        }

        @Override
        public Page<AuditEntry> list(PageRequest page) {
            throw new UnsupportedOperationException("Nobody reads it here");
        }
    }
}
