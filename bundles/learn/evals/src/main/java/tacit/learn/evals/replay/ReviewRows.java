package tacit.learn.evals.replay;

import java.time.Instant;
import java.util.List;
import tacit.api.learn.ReplayCase.State;
import tacit.api.learn.ReplayCases.Review;
import tacit.api.store.Session;

/** Changes whether cases of a workspace count, and keeps every change. Confined to one transaction. */
final class ReviewRows {

    private final Session session;
    private final String workspace;

    ReviewRows(Session session, String workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    /** Changes the state from the one that was seen; false when it is another by now. */
    boolean move(String id, State from, State to, String by, String reason, Instant now) {
        if (!new CaseRows(session, workspace).move(id, from, to, now)) {
            return false;
        }
        session.update(
                "INSERT INTO replay_reviews (workspace_id, case_id, state_before, state_after, reviewed_by, reason, reviewed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                workspace,
                id,
                from.name(),
                to.name(),
                by,
                reason,
                now);
        return true;
    }

    List<Review> all(String id) {
        return session.select(
                "SELECT state_before, state_after, reviewed_by, reason, reviewed_at FROM replay_reviews"
                        + " WHERE workspace_id = ? AND case_id = ? ORDER BY sequence",
                row -> new Review(
                        State.valueOf(row.text("state_before")),
                        State.valueOf(row.text("state_after")),
                        row.text("reviewed_by"),
                        row.text("reason"),
                        row.time("reviewed_at")),
                workspace,
                id);
    }
}
