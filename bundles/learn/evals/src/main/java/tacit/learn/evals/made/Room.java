package tacit.learn.evals.made;

import java.time.Instant;

/** How many pairs of cases a family may still get on either side. Confined to one round of making. */
final class Room {

    private long older;
    private long newer;
    private long all;

    private Room(long older, long newer, long all) {
        this.older = older;
        this.newer = newer;
        this.all = all;
    }

    static Room of(CaseCounts counts, String clusterId, GuardCases.Limits limits, Instant now) {
        String role = GuardDrafts.ROLE;
        return new Room(
                (limits.ofFamily() - counts.ofFamily(role, clusterId, true, now)) / 2,
                (limits.ofFamily() - counts.ofFamily(role, clusterId, false, now)) / 2,
                (limits.most() - counts.ofRole(role, now)) / 2);
    }

    boolean isEmpty() {
        return all < 1 || (older < 1 && newer < 1);
    }

    boolean holds(boolean onOlder) {
        return all >= 1 && (onOlder ? older : newer) >= 1;
    }

    void take(boolean onOlder) {
        all--;
        if (onOlder) {
            older--;
        } else {
            newer--;
        }
    }
}
