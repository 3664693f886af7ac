package tacit.pulse.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tacit.api.pulse.SignalFamily;
import tacit.api.store.Database;

/**
 * Knows which groups hold as many signals as they may. It counts what is added and asks the rows again when a group seems full,
 * so that the usual submission counts nothing. Thread-safe.
 */
final class Crowds {

    private static final Duration RECOUNT = Duration.ofSeconds(30);

    private final Database database;
    private final int limit;
    private final Map<String, Crowd> byProfile = new ConcurrentHashMap<>();

    Crowds(Database database, int limit) {
        this.database = database;
        this.limit = limit;
    }

    /** How many each of these groups may still take. */
    Map<Group, Integer> room(Collection<Group> groups, Instant now) {
        Map<Group, Integer> room = new HashMap<>();
        for (Group group : groups) {
            room.computeIfAbsent(group, key -> limit - crowd(key, now).count(key));
        }
        return room;
    }

    private Crowd crowd(Group group, Instant now) {
        return byProfile.compute(
                group.profileId(),
                (id, known) -> known == null || known.isDue(group, now, limit) ? counted(id, now) : known);
    }

    void added(Group group) {
        byProfile.computeIfPresent(group.profileId(), (id, crowd) -> crowd.with(group));
    }

    private Crowd counted(String profileId, Instant now) {
        Map<Group, Integer> counts = new ConcurrentHashMap<>();
        database.read(session -> session.select(
                "SELECT everywhere, family, CASE WHEN origin IS NULL THEN 0 ELSE 1 END AS own, COUNT(*) AS there"
                        + " FROM signals WHERE waiting_profile = ? AND settles_at > ?"
                        + " GROUP BY everywhere, family, CASE WHEN origin IS NULL THEN 0 ELSE 1 END",
                row -> counts.put(
                        new Group(
                                profileId,
                                row.truth("everywhere"),
                                SignalFamily.valueOf(row.text("family")),
                                row.number("own") == 1),
                        Math.toIntExact(row.number("there"))),
                profileId,
                now));
        return new Crowd(counts, now);
    }

    /**
     * How many a profile has, at most. Thread-safe.
     *
     * @param since when they were counted
     */
    private record Crowd(Map<Group, Integer> counts, Instant since) {

        boolean isDue(Group group, Instant now, int limit) {
            return count(group) >= limit && !now.isBefore(since.plus(RECOUNT));
        }

        int count(Group group) {
            return counts.getOrDefault(group, 0);
        }

        Crowd with(Group group) {
            counts.merge(group, 1, Integer::sum);
            return this;
        }
    }
}
