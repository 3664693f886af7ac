package tacit.pulse.mind.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.ReflectionTarget.Health;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.reflect.ReflectionTarget.Last;
import tacit.api.reflect.ReflectionTarget.MissedRun;
import tacit.api.reflect.ReflectionTarget.Persistence;
import tacit.api.reflect.ReflectionTarget.Times;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of targets, each with its open points counted. Confined to one transaction. */
public final class TargetRows {

    private static final String SELECT =
            "SELECT t.*, (SELECT COUNT(*) FROM mind_backlog b WHERE b.profile_id = t.profile_id"
                    + " AND b.target_key = t.target_key AND b.state = 'OPEN') AS backlog FROM mind_targets t";

    private final Session session;

    public TargetRows(Session session) {
        this.session = session;
    }

    public Optional<ReflectionTarget> find(String profile, String key) {
        return session.selectOne(
                SELECT + " WHERE t.profile_id = ? AND t.target_key = ?", TargetRows::target, profile, key);
    }

    public List<ReflectionTarget> list(@Nullable String profile) {
        return profile == null
                ? session.select(SELECT + " ORDER BY t.profile_id, t.target_key", TargetRows::target)
                : session.select(SELECT + " WHERE t.profile_id = ? ORDER BY t.target_key", TargetRows::target, profile);
    }

    /** Those of all profiles in a workspace under one key: they share a folder. */
    public List<ReflectionTarget> alike(@Nullable String workspace, String key) {
        return session.select(
                SELECT + " WHERE t.workspace_id = ? AND t.target_key = ? ORDER BY t.profile_id",
                TargetRows::target,
                workspace,
                key);
    }

    /** Keeps a target in place of what is known of it. */
    public void put(ReflectionTarget target) {
        session.update(
                "DELETE FROM mind_targets WHERE profile_id = ? AND target_key = ?", target.profileId(), target.key());
        session.update(
                "INSERT INTO mind_targets (profile_id, target_key, workspace_id, kind, label, health, state, persistence,"
                        + " missed_run, jitter_millis, fingerprint, next_eligible_at, last_observed_at, last_action_at,"
                        + " last_run_at, last_evidence_at, expires_at, last_outcome, last_winner, last_dispatch_kind,"
                        + " last_dispatch_status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                target.profileId(),
                target.key(),
                target.workspaceId(),
                target.kind().name(),
                target.label(),
                target.health().name(),
                target.state().name(),
                target.persistence().name(),
                target.missedRun().name(),
                target.jitter().toMillis(),
                target.fingerprint(),
                target.times().nextEligibleAt(),
                target.times().lastObservedAt(),
                target.times().lastActionAt(),
                target.times().lastRunAt(),
                target.times().lastEvidenceAt(),
                target.times().expiresAt(),
                target.last().outcome(),
                target.last().winner(),
                target.last().dispatchKind(),
                target.last().dispatchStatus());
    }

    /** Removes targets that do not outlive a start, whose runs stay. */
    public int removeSessionOnly(String profile) {
        return session.update(
                "DELETE FROM mind_targets WHERE profile_id = ? AND persistence = 'SESSION_ONLY'", profile);
    }

    private static ReflectionTarget target(Row row) {
        return new ReflectionTarget(
                row.text("profile_id"),
                row.text("target_key"),
                Kind.valueOf(row.text("kind")),
                row.optionalText("workspace_id").orElse(null),
                row.text("label"),
                Health.valueOf(row.text("health")),
                ReflectionTarget.State.valueOf(row.text("state")),
                Persistence.valueOf(row.text("persistence")),
                MissedRun.valueOf(row.text("missed_run")),
                Duration.ofMillis(row.number("jitter_millis")),
                (int) row.number("backlog"),
                row.text("fingerprint"),
                new Times(
                        time(row, "next_eligible_at"),
                        time(row, "last_observed_at"),
                        time(row, "last_action_at"),
                        time(row, "last_run_at"),
                        time(row, "last_evidence_at"),
                        time(row, "expires_at")),
                new Last(
                        row.optionalText("last_outcome").orElse(null),
                        row.optionalText("last_winner").orElse(null),
                        row.optionalText("last_dispatch_kind").orElse(null),
                        row.optionalText("last_dispatch_status").orElse(null)));
    }

    private static @Nullable Instant time(Row row, String column) {
        return row.optionalTime(column).orElse(null);
    }
}
