package tacit.pulse.approvals;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of what was earned. Confined to one transaction. */
final class EarnedRows {

    private static final List<String> COLUMNS = List.of(
            "profile_id",
            "target_key",
            "act",
            "level",
            "successes",
            "failures",
            "lower_bound",
            "changed_at",
            "reason",
            "version");

    private final Session session;

    EarnedRows(Session session) {
        this.session = session;
    }

    /** What was earned, as it was read. */
    record Versioned(EarnedAutonomy earned, long version) {}

    Versioned find(String profileId, String targetKey, String action) {
        return session.selectOne(
                        "SELECT * FROM autonomy_earned WHERE profile_id = ? AND target_key = ? AND act = ?",
                        row -> new Versioned(earned(row), row.number("version")),
                        profileId,
                        targetKey,
                        action)
                .orElseGet(() -> new Versioned(EarnedAutonomy.none(profileId, targetKey, action), 0));
    }

    List<EarnedAutonomy> list(@Nullable String profileId) {
        String where = profileId == null ? "" : " WHERE profile_id = ?";
        Object[] values = profileId == null ? new Object[0] : new Object[] {profileId};
        return session.select("SELECT * FROM autonomy_earned" + where, EarnedRows::earned, values).stream()
                .sorted(Comparator.comparing(EarnedAutonomy::profileId)
                        .thenComparing(EarnedAutonomy::targetKey)
                        .thenComparing(EarnedAutonomy::action))
                .toList();
    }

    /** False when it is not, or no longer, of that version. */
    boolean put(EarnedAutonomy earned, long expected) {
        if (expected == 0) {
            @Nullable
            Object[] row = {
                earned.profileId(),
                earned.targetKey(),
                earned.action(),
                earned.level().name(),
                earned.successes(),
                earned.failures(),
                earned.lowerBound(),
                earned.changedAt(),
                earned.reason(),
                1L
            };
            return session.insertAbsent("autonomy_earned", COLUMNS, Collections.singletonList(row))[0];
        }
        return session.update(
                        "UPDATE autonomy_earned SET level = ?, successes = ?, failures = ?, lower_bound = ?,"
                                + " changed_at = ?, reason = ?, version = ?"
                                + " WHERE profile_id = ? AND target_key = ? AND act = ? AND version = ?",
                        earned.level().name(),
                        earned.successes(),
                        earned.failures(),
                        earned.lowerBound(),
                        earned.changedAt(),
                        earned.reason(),
                        expected + 1,
                        earned.profileId(),
                        earned.targetKey(),
                        earned.action(),
                        expected)
                == 1;
    }

    private static EarnedAutonomy earned(Row row) {
        return new EarnedAutonomy(
                row.text("profile_id"),
                row.text("target_key"),
                row.text("act"),
                Level.valueOf(row.text("level")),
                (int) row.number("successes"),
                (int) row.number("failures"),
                row.real("lower_bound"),
                row.optionalTime("changed_at").orElse(null),
                row.text("reason"));
    }
}
