package tacit.learn.evals.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AuditLog;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.State;
import tacit.api.store.Database;

/** Changes whether cases count, as somebody says. Thread-safe. */
final class Reviewing {

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Wording wording;

    Reviewing(Database database, AuditLog audit, Clock clock, Wording wording) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.wording = wording;
    }

    ReplayCase review(String workspace, String caseId, State state, String by, String reason) {
        ReplayCase known = find(workspace, caseId).orElseThrow(() -> refused(caseId));
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("by and reason must not be blank");
        }
        if (known.state() == State.RETIRED) {
            throw new IllegalStateException("Cannot review case '" + caseId + "': it is retired for good");
        }
        if (known.state() == state) {
            return known;
        }
        move(workspace, known, state, by, wording.reason(reason));
        return find(workspace, caseId).orElseThrow(() -> refused(caseId));
    }

    static IllegalArgumentException refused(String caseId) {
        return new IllegalArgumentException("Cannot review case '" + caseId + "': no such case");
    }

    private Optional<ReplayCase> find(String workspace, String caseId) {
        return database.read(session -> new CaseRows(session, workspace).find(caseId));
    }

    private void move(String workspace, ReplayCase known, State state, String by, String reason) {
        String id = known.id();
        State from = known.state();
        audit.write(
                by, "replay_case.review", id, Map.of("workspace", workspace, "from", from.name(), "to", state.name()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!database.write(session -> new ReviewRows(session, workspace).move(id, from, state, by, reason, now))) {
            throw new IllegalStateException("Cannot review case '" + id + "': somebody changed it at the same time");
        }
    }
}
