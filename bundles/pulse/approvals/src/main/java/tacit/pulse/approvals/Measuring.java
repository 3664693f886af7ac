package tacit.pulse.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.AutonomyPolicy;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;
import tacit.api.store.Database;
import tacit.pulse.guardrails.EarnedLimits;

/** Counts how acts went, each once, and keeps what was earned by them. Thread-safe. */
final class Measuring {

    private static final int TRIES = 20;

    private final Database database;
    private final AutonomyPolicy policy;
    private final AuditLog audit;
    private final Clock clock;

    Measuring(Database database, AutonomyPolicy policy, AuditLog audit, Clock clock) {
        this.database = database;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    EarnedAutonomy of(ActionRequest request) {
        return find(request.profileId(), request.targetKey(), request.action()).earned();
    }

    private EarnedRows.Versioned find(String profileId, String targetKey, String action) {
        return database.read(session -> new EarnedRows(session).find(profileId, targetKey, action));
    }

    List<EarnedAutonomy> list(@Nullable String profileId) {
        return database.read(session -> new EarnedRows(session).list(profileId));
    }

    void outcome(Approval entry, boolean success) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ActionRequest request = entry.request();
        for (int i = 0; i < TRIES; i++) {
            EarnedRows.Versioned before = find(request.profileId(), request.targetKey(), request.action());
            EarnedAutonomy after = EarnedLimits.limited(
                    before.earned(), policy.measure(before.earned(), success, now), success, request);
            if (kept(entry.id(), success, after, before.version())) {
                return;
            }
        }
        throw new ConcurrentModificationException(
                "Cannot count the outcome of '" + entry.id() + "': others were quicker");
    }

    /** The outcome and what it earns are one change; false when somebody else changed what was earned. */
    private boolean kept(String id, boolean success, EarnedAutonomy after, long version) {
        try {
            return database.write(session -> {
                boolean first = new EntryRows(session).outcome(id, success);
                if (first && !new EarnedRows(session).put(after, version)) {
                    throw new ConcurrentModificationException(id);
                }
                return true;
            });
        } catch (ConcurrentModificationException e) {
            return false;
        }
    }

    void demote(String profileId, String targetKey, String action, String by, String reason) {
        Optional<EarnedRows.Versioned> found =
                Optional.of(find(profileId, targetKey, action)).filter(one -> one.version() > 0);
        if (found.isEmpty()) {
            return;
        }
        audit.write(by, "autonomy.demote", profileId, Map.of("target", targetKey, "action", action));
        EarnedAutonomy lost = new EarnedAutonomy(
                profileId,
                targetKey,
                action,
                Level.ASKED,
                0,
                1,
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                "Taken back by " + by + (reason.isBlank() ? "" : ": " + reason));
        for (int i = 0; i < TRIES; i++) {
            long version = find(profileId, targetKey, action).version();
            if (database.write(session -> new EarnedRows(session).put(lost, version))) {
                return;
            }
        }
        throw new ConcurrentModificationException(
                "Cannot take back what '" + profileId + "' earned: others were quicker");
    }
}
