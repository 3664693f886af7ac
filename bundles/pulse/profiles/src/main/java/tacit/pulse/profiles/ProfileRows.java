package tacit.pulse.profiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.HeartbeatStatus;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.PulseOutcome;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of profiles. Confined to one transaction. */
final class ProfileRows {

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of(
                            "id",
                            "agent_role_id",
                            "workspace_id",
                            "preset",
                            "status",
                            "version",
                            "created_at",
                            "updated_at"),
                    OwnColumns.NAMES.values().stream())
            .toList();

    private static final String CHANGE = "UPDATE automation_profiles SET version = version + 1, updated_at = ?, "
            + OwnColumns.NAMES.values().stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
            + " WHERE id = ? AND version = ?";

    private final Session session;

    ProfileRows(Session session) {
        this.session = session;
    }

    Optional<Stored> find(String id) {
        return session.selectOne("SELECT * FROM automation_profiles WHERE id = ?", ProfileRows::stored, id);
    }

    Optional<Stored> findByRole(String agentRoleId) {
        return session.selectOne(
                "SELECT * FROM automation_profiles WHERE agent_role_id = ?", ProfileRows::stored, agentRoleId);
    }

    /** In no order. */
    List<Stored> all() {
        return session.select("SELECT * FROM automation_profiles", ProfileRows::stored);
    }

    /** Those of a workspace, in no order. */
    List<Stored> of(String workspaceId) {
        return session.select(
                "SELECT * FROM automation_profiles WHERE workspace_id = ?", ProfileRows::stored, workspaceId);
    }

    /** False when its role has one already. */
    boolean add(Stored stored) {
        AutomationProfile profile = stored.profile();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(profile.id());
        values.add(profile.agentRoleId());
        values.add(profile.workspaceId());
        values.add(stored.preset().name());
        values.add(profile.state().status().name());
        values.add(profile.version());
        values.add(profile.createdAt());
        values.add(profile.updatedAt());
        values.addAll(OwnColumns.values(profile.settings()));
        return session.insertAbsent("automation_profiles", COLUMNS, Collections.singletonList(values.toArray()))[0];
    }

    /** False when it is not of that version any more. */
    boolean change(String id, long expected, ProfileSettings settings, Instant now) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(now);
        values.addAll(OwnColumns.values(settings));
        values.add(id);
        values.add(expected);
        return session.update(CHANGE, values.toArray()) == 1;
    }

    /** False when there is none. */
    boolean state(String id, AutomationProfile.State state, Instant now) {
        boolean there = session.update(
                        "UPDATE automation_profiles SET status = ?, last_heartbeat_at = ?, last_pulse_at = ?,"
                                + " last_dispatch_at = ?, last_pulse_result = ?, last_dispatch_kind = ?, updated_at = ?"
                                + " WHERE id = ?",
                        state.status().name(),
                        state.lastHeartbeatAt(),
                        state.lastPulseAt(),
                        state.lastDispatchAt(),
                        state.lastPulseResult() == null
                                ? null
                                : state.lastPulseResult().name(),
                        state.lastDispatchKind() == null
                                ? null
                                : state.lastDispatchKind().name(),
                        now,
                        id)
                == 1;
        if (there && state.lastPulseAt() != null && !pulsed(id)) {
            Object[] row = {id, state.lastPulseAt()};
            session.insertAbsent(
                    "automation_profile_pulses",
                    List.of("profile_id", "first_pulse_at"),
                    Collections.singletonList(row));
        }
        return there;
    }

    /** Whether it has pulsed: the database then keeps it for good. */
    boolean pulsed(String id) {
        return session.selectOne(
                        "SELECT profile_id FROM automation_profile_pulses WHERE profile_id = ?",
                        row -> row.text("profile_id"),
                        id)
                .isPresent();
    }

    void remove(String id) {
        session.update("DELETE FROM automation_profiles WHERE id = ?", id);
    }

    /** True once for each role. */
    boolean markSeeded(String agentRoleId, Instant now) {
        Object[] row = {agentRoleId, now};
        return session.insertAbsent(
                        "automation_profile_seeds",
                        List.of("agent_role_id", "seeded_at"),
                        Collections.singletonList(row))[0];
    }

    boolean isSeeded(String agentRoleId) {
        return session.selectOne(
                        "SELECT agent_role_id FROM automation_profile_seeds WHERE agent_role_id = ?",
                        row -> row.text("agent_role_id"),
                        agentRoleId)
                .isPresent();
    }

    private static Stored stored(Row row) {
        ProfilePreset preset = ProfilePreset.valueOf(row.text("preset"));
        AutomationProfile profile = new AutomationProfile(
                row.text("id"),
                row.text("agent_role_id"),
                row.text("workspace_id"),
                OwnColumns.settings(row, preset.settings()),
                state(row),
                row.number("version"),
                row.time("created_at"),
                row.time("updated_at"));
        return new Stored(profile, preset);
    }

    private static AutomationProfile.State state(Row row) {
        return new AutomationProfile.State(
                HeartbeatStatus.valueOf(row.text("status")),
                row.optionalTime("last_heartbeat_at").orElse(null),
                row.optionalTime("last_pulse_at").orElse(null),
                row.optionalTime("last_dispatch_at").orElse(null),
                row.optionalText("last_pulse_result").map(PulseOutcome::valueOf).orElse(null),
                row.optionalText("last_dispatch_kind")
                        .map(DispatchKind::valueOf)
                        .orElse(null));
    }
}
