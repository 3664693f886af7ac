package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import tacit.api.access.AuditLog;
import tacit.api.memory.Evidence;
import tacit.api.store.Scope;

/** What an operator enters, as evidence: its entry in the audit log, which is written before anything else happens. */
final class Entered {

    private Entered() {}

    static List<Evidence> evidence(AuditLog audit, String action, String subject, Scope scope) {
        long entry = audit.write(Words.OPERATOR, action, subject, Map.of("workspace", scope.workspaceId()))
                .sequence();
        return List.of(Evidence.of(Evidence.Kind.STATEMENT, String.valueOf(entry)));
    }
}
