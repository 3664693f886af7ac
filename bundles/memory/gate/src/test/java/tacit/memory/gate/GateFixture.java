package tacit.memory.gate;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryWrite.Target;
import tacit.api.memory.PendingWrite;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.ListAuditLog;

/** A gate on a real database, with memories that only note what they were told. */
final class GateFixture {

    static final Scope SCOPE = Scope.ofDefaultWorkspace();
    static final UnaryOperator<@Nullable String> NO_VARIABLES = name -> null;

    final ListAuditLog audit = new ListAuditLog();
    final ListTarget archive = new ListTarget(Target.ARCHIVE);
    final ListTarget curated = new ListTarget(Target.CURATED);
    final ListTarget external = new ListTarget(Target.EXTERNAL);
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Database database;

    GateFixture(Database database) {
        this.database = database;
    }

    SqlWriteGate gate(String mode) {
        return gate(new SqlWriteGate.Rule(mode, 10, NO_VARIABLES));
    }

    SqlWriteGate gate(SqlWriteGate.Rule rule) {
        return new SqlWriteGate(database, audit, new PatternRedactor(), clock(), rule)
                .writingTo(List.of(archive, curated, external));
    }

    SqlWriteGate withoutMemories(String mode) {
        return gate(mode).writingTo(List.of());
    }

    static List<PendingWrite> pending(SqlWriteGate gate) {
        return gate.list(SCOPE, PendingWrite.Status.PENDING, PageRequest.first(100))
                .rows();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
