package tacit.pulse.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.autonomy.PermissionRule;
import tacit.api.store.Database;
import tacit.api.store.Session;
import tacit.pulse.approvals.RuleRows.Owner;

/** The rules that somebody keeps, in the database and in the folders of workspaces. Thread-safe. */
final class Rules {

    private static final int LONGEST = 1_000;

    private final Database database;
    private final PolicyFile file;
    private final AuditLog audit;
    private final Clock clock;

    Rules(Database database, PolicyFile file, AuditLog audit, Clock clock) {
        this.database = database;
        this.file = file;
        this.audit = audit;
        this.clock = clock;
    }

    List<PermissionRule> of(@Nullable String workspaceId, @Nullable String profileId) {
        List<PermissionRule> rules =
                new ArrayList<>(database.read(session -> new RuleRows(session).of(workspaceId, profileId)));
        if (workspaceId != null) {
            rules.addAll(file.rules(workspaceId));
        }
        return rules;
    }

    void keep(@Nullable String workspaceId, @Nullable String profileId, PermissionRule rule, String by) {
        Owner owner = new Owner(workspaceId, profileId);
        if (rule.pattern().length() > LONGEST) {
            throw new IllegalArgumentException("pattern must have at most " + LONGEST + " characters");
        }
        audit.write(by, "permission.rule", owner(owner), details(rule));
        database.write(session -> keep(session, owner, rule, by, now()));
        show();
    }

    /** Within a change that is already written to the audit log. */
    static String keep(Session session, Owner owner, PermissionRule rule, String by, Instant at) {
        return new RuleRows(session).put(owner, rule, by, at);
    }

    boolean remove(String id, String by) {
        Optional<Owner> owner = database.read(session -> new RuleRows(session).owner(id));
        if (owner.isEmpty()) {
            return false;
        }
        audit.write(by, "permission.rule.remove", owner(owner.get()), Map.of("rule", id));
        boolean removed = database.write(session -> new RuleRows(session).remove(id));
        show();
        return removed;
    }

    /** Brings the files of workspaces up to date; what fails is tried again. */
    void show() {
        for (RuleRows.Behind behind : database.read(session -> new RuleRows(session).behind())) {
            List<PermissionRule> rules = database.read(session -> new RuleRows(session).of(behind.workspaceId(), null));
            if (file.show(behind.workspaceId(), rules)) {
                database.write(session -> {
                    new RuleRows(session).written(behind);
                    return true;
                });
            }
        }
    }

    /** The audit log holds no words of acts, only what kind of rule it is. */
    private static Map<String, String> details(PermissionRule rule) {
        return Map.of("effect", rule.effect().name(), "scope", rule.scope().name());
    }

    private static String owner(Owner owner) {
        return Objects.requireNonNullElseGet(owner.workspaceId(), () -> String.valueOf(owner.profileId()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
