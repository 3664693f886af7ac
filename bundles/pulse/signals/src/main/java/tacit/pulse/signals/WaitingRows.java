package tacit.pulse.signals;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Signal;
import tacit.api.store.Session;

/** The rows of signals that wait, and their ends. Each change is refused to a row that another changed. Confined to one transaction. */
final class WaitingRows {

    private static final String END =
            "UPDATE signals SET state = ?, live = 0, waiting_profile = NULL, waiting_key = NULL, settles_at = ?,"
                    + " ended_by = ?, ended_reason = ?";

    private static final String BY_KEY = "SELECT * FROM signals WHERE waiting_key = ?";
    private static final int MOST_KEYS = 16;

    private final Session session;

    WaitingRows(Session session) {
        this.session = session;
    }

    boolean[] insertAbsent(List<@Nullable Object[]> rows) {
        return session.insertAbsent("signals", SignalRow.COLUMNS, rows);
    }

    Optional<Kept> byKey(String key) {
        return session.selectOne(BY_KEY, SignalRow::kept, key);
    }

    /** Those that wait under these keys, by key; answers a map that may be changed. */
    Map<String, Kept> byKeys(List<String> keys) {
        Map<String, Kept> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + MOST_KEYS));
            session.select(
                    String.join(" UNION ALL ", Collections.nCopies(some.size(), BY_KEY)),
                    row -> found.put(row.text("waiting_key"), SignalRow.kept(row)),
                    some.toArray());
        }
        return found;
    }

    /** The last seen first. HSQLDB takes the index for the order only when the order names all its columns. */
    List<Signal> of(String profileId, Instant now, int limit) {
        return session.select(
                "SELECT * FROM signals WHERE waiting_profile = ? AND settles_at > ?"
                        + " ORDER BY waiting_profile DESC, last_seen_at DESC, id DESC LIMIT ?",
                SignalRow::signal,
                profileId,
                now,
                limit);
    }

    /** Keeps what became of merges; throws when another changed one of them meanwhile. */
    void merge(List<Merged> merges) {
        int[] changed = session.batch(
                "UPDATE signals SET urgency = ?, confidence = ?, strength = ?, expires_at = ?, settles_at = ?,"
                        + " evidence = ?, merged_count = ?, last_seen_at = ?, reason = ?, payload = ?, origin = ?"
                        + " WHERE id = ? AND live = 1 AND merged_count = ?",
                merges.stream().map(Merged::values).toList());
        for (int count : changed) {
            if (count != 1) {
                throw new ChangedMeanwhile();
            }
        }
    }

    /** A signal with what was told, and its row before. */
    record Merged(Kept before, Signal after) {

        @Nullable
        Object[] values() {
            Instant settles = after.expiresAt().isAfter(before.settlesAt()) ? after.expiresAt() : before.settlesAt();
            return new @Nullable Object[] {
                after.urgency().name(),
                after.confidence(),
                after.strength(),
                after.expiresAt(),
                settles,
                SignalRow.evidence(after),
                (long) after.mergedCount(),
                after.lastSeenAt(),
                after.reason(),
                Fingerprint.json(after.payload()),
                after.origin(),
                after.id(),
                (long) before.signal().mergedCount()
            };
        }
    }

    /** Ends those of a profile that are as they were seen. */
    Set<String> consume(List<Signal> seen, Instant now, String by) {
        int[] changed = session.batch(
                END + " WHERE id = ? AND profile_id = ? AND live = 1 AND merged_count = ? AND settles_at > ?",
                seen.stream()
                        .map(signal -> new @Nullable Object[] {
                            "CONSUMED", now, by, null, signal.id(), signal.profileId(), (long) signal.mergedCount(), now
                        })
                        .toList());
        Set<String> ended = new HashSet<>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 1) {
                ended.add(seen.get(i).id());
            }
        }
        return ended;
    }

    boolean dismiss(String id, Instant now, String by, String reason) {
        return session.update(
                        END + " WHERE id = ? AND live = 1 AND settles_at > ?", "DISMISSED", now, by, reason, id, now)
                == 1;
    }

    /** Ends those whose time has passed; they keep the moment at which it passed. */
    int expire(Instant now) {
        return session.update(
                "UPDATE signals SET state = 'EXPIRED', live = 0, waiting_profile = NULL, waiting_key = NULL"
                        + " WHERE live = 1 AND settles_at <= ?",
                now);
    }

    /** Removes those that ended before a moment, the oldest first. */
    int remove(Instant before, int most) {
        return removed(session.select(
                "SELECT id FROM signals WHERE live = 0 AND settles_at < ? ORDER BY settles_at LIMIT ?",
                row -> new @Nullable Object[] {row.text("id")},
                before,
                most));
    }

    /** The same of one workspace alone. */
    int removeOf(String workspaceId, Instant before, int most) {
        return removed(session.select(
                "SELECT id FROM signals WHERE live = 0 AND settles_at < ? AND workspace_id = ? ORDER BY settles_at LIMIT ?",
                row -> new @Nullable Object[] {row.text("id")},
                before,
                workspaceId,
                most));
    }

    private int removed(List<@Nullable Object[]> ids) {
        session.batch("DELETE FROM signals WHERE id = ? AND live = 0", List.copyOf(ids));
        return ids.size();
    }
}
