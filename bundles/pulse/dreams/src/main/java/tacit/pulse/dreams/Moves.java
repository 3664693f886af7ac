package tacit.pulse.dreams;

import static tacit.api.reflect.DreamState.ACCEPTED;
import static tacit.api.reflect.DreamState.APPLIED;
import static tacit.api.reflect.DreamState.APPLYING;
import static tacit.api.reflect.DreamState.ARCHIVED;
import static tacit.api.reflect.DreamState.PROPOSED;
import static tacit.api.reflect.DreamState.REJECTED;
import static tacit.api.reflect.DreamState.UNDOING;
import static tacit.api.reflect.DreamState.UNDONE;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamState;
import tacit.api.store.Session;

/** Moves candidates from one state to the next, by compare and set. Confined to one transaction. */
final class Moves {

    private static final Map<DreamState, Set<DreamState>> ALLOWED = new EnumMap<>(DreamState.class);

    static {
        ALLOWED.put(PROPOSED, EnumSet.of(ACCEPTED, REJECTED, ARCHIVED));
        ALLOWED.put(ACCEPTED, EnumSet.of(APPLYING, REJECTED, PROPOSED));
        ALLOWED.put(APPLYING, EnumSet.of(APPLIED, ACCEPTED));
        ALLOWED.put(APPLIED, EnumSet.of(UNDOING));
        ALLOWED.put(REJECTED, EnumSet.of(PROPOSED));
        ALLOWED.put(ARCHIVED, EnumSet.of(PROPOSED));
        ALLOWED.put(UNDOING, EnumSet.of(UNDONE, APPLIED));
        ALLOWED.put(UNDONE, EnumSet.noneOf(DreamState.class));
    }

    private final Session session;

    Moves(Session session) {
        this.session = session;
    }

    static boolean allowed(DreamState from, DreamState to) {
        return ALLOWED.getOrDefault(from, Set.of()).contains(to);
    }

    /**
     * What else changes with a move; null parts stay as they are.
     *
     * @param by who decided; null when nobody did
     * @param resolution what was said
     * @param appliedId the memory that was changed
     * @param pendingId the write that waits; empty to say that none does
     * @param memo what is needed to take it back
     */
    record With(
            @Nullable String by,
            @Nullable String resolution,
            @Nullable String appliedId,
            @Nullable String pendingId,
            @Nullable String memo) {

        static With by(String who, @Nullable String resolution) {
            return new With(who, resolution, null, null, null);
        }

        static With words(String resolution) {
            return new With(null, resolution, null, null, null);
        }
    }

    /**
     * Moves one; false when it is not in the state it is expected in any more.
     *
     * @throws IllegalStateException when no candidate may ever go that way
     */
    boolean move(DreamCandidate candidate, DreamState from, DreamState to, With with, Instant now) {
        if (!allowed(from, to)) {
            throw new IllegalStateException(
                    "Cannot move candidate '" + candidate.id() + "' from " + from.word() + " to " + to.word());
        }
        return session.update(
                        "UPDATE dreaming_candidates SET state = ?, open_key = ?, updated_at = ?,"
                                + " reviewed_by = COALESCE(?, reviewed_by), reviewed_at = COALESCE(?, reviewed_at),"
                                + " resolution = COALESCE(?, resolution), applied_id = COALESCE(?, applied_id),"
                                + " pending_id = COALESCE(?, pending_id), memo = COALESCE(?, memo)"
                                + " WHERE workspace_id = ? AND id = ? AND state = ?",
                        to.name(),
                        to.open() ? candidate.draft().key() : candidate.id(),
                        now,
                        with.by(),
                        with.by() == null ? null : now,
                        with.resolution(),
                        with.appliedId(),
                        with.pendingId(),
                        with.memo(),
                        candidate.workspaceId(),
                        candidate.id(),
                        from.name())
                == 1;
    }
}
