package tacit.memory.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AuditLog;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.PendingWrite.Status;
import tacit.api.memory.WriteTarget;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** Does what a reviewer says of a write that waits: the audit log first, then the claim, then the effect. Thread-safe. */
final class Review {

    private static final Logger log = LoggerFactory.getLogger(Review.class);

    /** Whoever claimed a write and did not end it in this time is gone; it may be looked at again. */
    static final Duration ABANDONED = Duration.ofMinutes(10);

    private static final int LONGEST_WORDS = 2000;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final SecretPayload secrets;

    Review(Database database, AuditLog audit, Clock clock, SecretPayload secrets) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.secrets = secrets;
    }

    PendingWrite approve(PendingWrite pending, WriteTarget target, String by, @Nullable String resolution) {
        return apply(pending, pending.write(), "memory.write.approve", target, by, resolution);
    }

    PendingWrite approveEdited(
            PendingWrite pending, String text, WriteTarget target, String by, @Nullable String resolution) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
        MemoryWrite edited = Proposal.edited(pending.write(), text);
        if (edited.target() == MemoryWrite.Target.EXTERNAL && secrets.isIn(edited.payload())) {
            throw new IllegalArgumentException("text must hold no secret: it would leave this host");
        }
        return apply(pending, edited, "memory.write.edit", target, by, resolution);
    }

    PendingWrite reject(PendingWrite pending, String by, @Nullable String resolution) {
        claim(pending, Proposal.of(pending.write(), secrets), Status.REJECTED, "memory.write.reject", by);
        return settled(pending, Status.REJECTED, words(resolution), null);
    }

    private PendingWrite apply(
            PendingWrite pending,
            MemoryWrite write,
            String act,
            WriteTarget target,
            String by,
            @Nullable String resolution) {
        Proposal wanted = Proposal.of(write, secrets);
        claim(pending, wanted, Status.APPLYING, act, by);
        try {
            String memoryId = target.apply(wanted.write());
            return applied(pending, words(resolution), memoryId, by);
        } catch (IllegalArgumentException e) {
            return settled(pending, Status.FAILED, words(e.getMessage()), null);
        } catch (RuntimeException e) {
            log.warn("Cannot do approved write '{}' to the {} memory", pending.id(), write.target(), e);
            return settled(pending, Status.FAILED, "It broke: " + e.getClass().getSimpleName(), null);
        }
    }

    private void claim(PendingWrite pending, Proposal wanted, Status next, String act, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant abandoned = now.minus(ABANDONED);
        Instant reviewed = pending.reviewedAt();
        boolean open = pending.status() == Status.PENDING
                || (pending.status() == Status.APPLYING && reviewed != null && reviewed.isBefore(abandoned));
        if (!open) {
            throw taken(pending);
        }
        audit.write(
                by,
                act,
                pending.id(),
                Map.of(
                        "workspace", pending.write().workspaceId(),
                        "target", pending.write().target().name()));
        boolean mine =
                database.write(session -> new PendingWrites(session).claim(pending, wanted, next, now, by, abandoned));
        if (!mine) {
            throw taken(pending);
        }
    }

    private static IllegalArgumentException taken(PendingWrite pending) {
        return new IllegalArgumentException("Cannot review write '" + pending.id() + "': it does not wait any more");
    }

    /** What deletes a memory is forgotten with it: then only the answer knows of it, and none of its words. */
    private PendingWrite applied(PendingWrite pending, @Nullable String resolution, String memoryId, String by) {
        return row(pending, Status.APPLIED, resolution, memoryId)
                .orElseGet(() -> Proposal.emptied(pending, Status.APPLIED, clock.instant(), by, resolution));
    }

    private PendingWrite settled(
            PendingWrite pending, Status status, @Nullable String resolution, @Nullable String memoryId) {
        return row(pending, status, resolution, memoryId)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot review write '" + pending.id() + "': it was deleted meanwhile"));
    }

    private Optional<PendingWrite> row(
            PendingWrite pending, Status status, @Nullable String resolution, @Nullable String memoryId) {
        Scope scope = Scope.ofWorkspace(pending.write().workspaceId());
        return database.write(session -> {
            PendingWrites writes = new PendingWrites(session);
            writes.settle(pending, status, resolution, memoryId);
            return writes.find(scope, pending.id());
        });
    }

    private @Nullable String words(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        String masked = secrets.masked(said.strip());
        return masked.length() <= LONGEST_WORDS ? masked : masked.substring(0, LONGEST_WORDS);
    }

    static WriteTarget targetOf(PendingWrite pending, List<WriteTarget> targets) {
        MemoryWrite.Target wanted = pending.write().target();
        return targets.stream()
                .filter(target -> target.target() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Cannot approve write '" + pending.id()
                        + "': nothing writes to the " + wanted.name().toLowerCase(Locale.ROOT)
                        + " memory now"));
    }
}
