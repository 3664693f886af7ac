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
    private final Limits limits;
    private final Map<String, Crowd> byProfile = new ConcurrentHashMap<>();

    /**
     * @param limit of one group
     * @param limits of all groups of a profile
     */
    Crowds(Database database, int limit, Limits limits) {
        this.database = database;
        this.limit = limit;
        this.limits = limits;
    }

    /** How many the groups of what was told, and their profiles, may still take. */
    Room room(Collection<Told> said, Instant now) {
        Map<Group, Integer> groups = new HashMap<>();
        Map<String, Integer> profiles = new HashMap<>();
        for (Told told : said) {
            Group group = told.group();
            if (!groups.containsKey(group)) {
                int most = limits.mostOpen(told.workspaceId(), now);
                Crowd crowd = crowd(group, most, now);
                groups.put(group, limit - crowd.count(group));
                profiles.put(group.profileId(), most - crowd.count());
            }
        }
        return new Room(groups, profiles);
    }

    private Crowd crowd(Group group, int most, Instant now) {
        return byProfile.compute(
                group.profileId(),
                (id, known) -> known == null || (known.isOld(now) && known.isFull(group, limit, most))
                        ? counted(id, now)
                        : known);
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

        boolean isOld(Instant now) {
            return !now.isBefore(since.plus(RECOUNT));
        }

        boolean isFull(Group group, int limit, int most) {
            return count(group) >= limit || count() >= most;
        }

        int count() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
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
