package tacit.pulse.approvals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.autonomy.Approval;
import tacit.api.autonomy.Approval.State;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.api.store.Database;
import tacit.pulse.approvals.RuleRows.Owner;

/** Answers what waits, once: the audit log first, then the answer with the rule that it leaves. Thread-safe. */
final class Answering {

    private static final int AT_ONCE = 500;

    private final Database database;
    private final Cleaning cleaning;
    private final AuditLog audit;
    private final Clock clock;
    private final Bell bell;

    Answering(Database database, Cleaning cleaning, AuditLog audit, Clock clock, Bell bell) {
        this.database = database;
        this.cleaning = cleaning;
        this.audit = audit;
        this.clock = clock;
        this.bell = bell;
    }

    Optional<Approval> answer(String id, boolean allow, String by, @Nullable String note, @Nullable String keep) {
        if (by.isBlank()) {
            throw new IllegalArgumentException("by must not be blank");
        }
        expire();
        Optional<Approval> found = database.read(session -> new EntryRows(session).find(id));
        if (found.isEmpty()) {
            return found;
        }
        Approval entry = found.get();
        waiting(entry);
        Kept kept = keep == null ? null : kept(entry, allow, keep);
        audit.write(by, allow ? "approval.allow" : "approval.deny", id, details(entry, keep));
        Instant now = now();
        State state = allow ? State.APPROVED : State.DENIED;
        Approval answered = database.write(session -> {
            EntryRows rows = new EntryRows(session);
            boolean mine = rows.settle(id, state, by, cleaning.note(note), keep, now);
            if (mine && kept != null) {
                Rules.keep(session, kept.owner(), kept.rule(), by, now);
            }
            return mine ? rows.find(id).orElseThrow() : waiting(rows.find(id).orElseThrow());
        });
        bell.ring();
        return Optional.of(answered);
    }

    private record Kept(Owner owner, PermissionRule rule) {}

    private static Kept kept(Approval entry, boolean allow, String keep) {
        if (!keep.equals("workspace") && !keep.equals("profile")) {
            throw new IllegalArgumentException("keep must be workspace or profile, got '" + keep + "'");
        }
        if (!entry.decision().persistence().contains(keep)) {
            throw new IllegalStateException(
                    "Cannot keep the answer to '" + entry.id() + "' for the " + keep + ": it may be kept for "
                            + String.join(", ", entry.decision().persistence()));
        }
        boolean workspace = keep.equals("workspace");
        Owner owner = new Owner(
                workspace ? entry.request().workspaceId() : null,
                workspace ? null : entry.request().profileId());
        return new Kept(owner, KeptRule.of(entry.request(), allow, workspace ? Source.WORKSPACE_DB : Source.PROFILE));
    }

    private static Approval waiting(Approval entry) {
        if (entry.state() != State.PENDING) {
            throw new IllegalStateException("Cannot answer '" + entry.id() + "': it is "
                    + entry.state().name().toLowerCase(Locale.ROOT));
        }
        return entry;
    }

    private static Map<String, String> details(Approval entry, @Nullable String keep) {
        return Map.of(
                "workspace", entry.request().workspaceId(),
                "profile", entry.request().profileId(),
                "type", entry.request().type().name(),
                "action", entry.request().action(),
                "kept", Objects.requireNonNullElse(keep, "once"));
    }

    /** Ends what nobody answered in time. */
    void expire() {
        Instant now = now();
        List<String> overdue = database.read(session -> new EntryRows(session).overdue(now, AT_ONCE));
        if (overdue.isEmpty()) {
            return;
        }
        database.write(session -> {
            EntryRows rows = new EntryRows(session);
            overdue.forEach(id -> rows.settle(id, State.EXPIRED, "expiry", null, null, now));
            return overdue.size();
        });
        bell.ring();
    }

    /** Ends what needs no answer any more. */
    boolean withdraw(String id, String reason) {
        boolean mine = database.write(session ->
                new EntryRows(session).settle(id, State.EXPIRED, "withdrawal", cleaning.note(reason), null, now()));
        if (mine) {
            bell.ring();
        }
        return mine;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
