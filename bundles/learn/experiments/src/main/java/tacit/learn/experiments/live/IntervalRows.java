package tacit.learn.experiments.live;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Session;

/** Reads and writes when candidates served, within one transaction. */
final class IntervalRows {

    private static final List<String> COLUMNS = List.of("comparison_id", "opened_at", "seen_at", "closed");

    private final Session session;

    IntervalRows(Session session) {
        this.session = session;
    }

    List<Interval> of(String comparisonId) {
        return session.select(
                "SELECT opened_at, seen_at, closed FROM live_intervals WHERE comparison_id = ? ORDER BY opened_at",
                row -> new Interval(row.time("opened_at"), row.time("seen_at"), row.truth("closed")),
                comparisonId);
    }

    /** The open interval reaches to now, or one begins. */
    void seen(String comparisonId, Instant now) {
        int known = session.update(
                "UPDATE live_intervals SET seen_at = ? WHERE comparison_id = ? AND closed = FALSE", now, comparisonId);
        if (known == 0) {
            session.insertAbsent("live_intervals", COLUMNS, List.<@Nullable Object[]>of(new @Nullable Object[] {
                comparisonId, now, now, false
            }));
        }
    }

    /** The open interval ended where it was seen last. */
    void close(String comparisonId) {
        session.update(
                "UPDATE live_intervals SET closed = TRUE WHERE comparison_id = ? AND closed = FALSE", comparisonId);
    }
}
