package tacit.api.pulse;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who owns what the always-on core learns: one for each agent role. Immutable.
 *
 * @param id of the profile
 * @param agentRoleId the role that it acts for; no other profile has it
 * @param workspaceId where it works; its signals, traces and tasks lie there
 * @param settings what was set, without what a scope says besides; see {@link ScopedSettings}
 * @param state what it is doing
 * @param version 1 when it was created, one more after each change of settings
 * @param createdAt when it was created
 * @param updatedAt when its settings or state last changed
 */
public record AutomationProfile(
        String id,
        String agentRoleId,
        String workspaceId,
        ProfileSettings settings,
        State state,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public AutomationProfile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(agentRoleId, "agentRoleId");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }

    /** The same with other settings; what is kept does not change by it. */
    public AutomationProfile with(ProfileSettings other) {
        return new AutomationProfile(id, agentRoleId, workspaceId, other, state, version, createdAt, updatedAt);
    }

    /**
     * What a profile is doing. Immutable.
     *
     * @param status of its heartbeat
     * @param lastHeartbeatAt when its heartbeat last changed its status; null before
     * @param lastPulseAt when its last pulse began; null before
     * @param lastDispatchAt when its last dispatch began; null before
     * @param lastPulseResult what that pulse decided; null before
     * @param lastDispatchKind what that dispatch was; null before
     */
    public record State(
            HeartbeatStatus status,
            @Nullable Instant lastHeartbeatAt,
            @Nullable Instant lastPulseAt,
            @Nullable Instant lastDispatchAt,
            @Nullable PulseOutcome lastPulseResult,
            @Nullable DispatchKind lastDispatchKind) {

        /** Before the first pulse. */
        public static final State NEW = new State(HeartbeatStatus.IDLE, null, null, null, null, null);

        public State {
            Objects.requireNonNull(status, "status");
        }
    }
}
