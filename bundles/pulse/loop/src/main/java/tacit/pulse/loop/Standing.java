package tacit.pulse.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.PulseSituation.LastDispatch;
import tacit.api.store.Row;
import tacit.api.store.Session;

/**
 * What is kept of a profile between pulses. Immutable.
 *
 * @param pulses how many it had: the number of the next one's name
 * @param lastPulseAt null before the first
 * @param dispatchEndedAt when its last dispatch ended; null before the first
 * @param dispatchSucceeded whether that did what it should
 * @param dreamtAt up to when signals were dreamt about; null for never
 */
record Standing(
        long pulses,
        @Nullable Instant lastPulseAt,
        @Nullable Instant dispatchEndedAt,
        boolean dispatchSucceeded,
        @Nullable Instant dreamtAt) {

    static final Standing NEW = new Standing(0, null, null, false, null);

    /** Null before the first ended. */
    @Nullable
    LastDispatch lastDispatch() {
        return dispatchEndedAt == null ? null : new LastDispatch(dispatchEndedAt, dispatchSucceeded);
    }

    /** Until when no dispatch may begin; null for now. */
    @Nullable
    Instant cooldownUntil(Duration cooldown) {
        LastDispatch last = lastDispatch();
        return last == null ? null : last.restsUntil(cooldown);
    }

    /** The rows of standings in one transaction. */
    static final class Rows {

        private final Session session;

        Rows(Session session) {
            this.session = session;
        }

        Standing find(String profileId) {
            return session.selectOne("SELECT * FROM pulse_standings WHERE profile_id = ?", Rows::map, profileId)
                    .orElse(NEW);
        }

        private static Standing map(Row row) {
            return new Standing(
                    row.number("pulses"),
                    row.optionalTime("last_pulse_at").orElse(null),
                    row.optionalTime("dispatch_ended_at").orElse(null),
                    row.truth("dispatch_succeeded"),
                    row.optionalTime("dreamt_at").orElse(null));
        }

        /** Counts a pulse; false when somebody else counted one since it was read. */
        boolean pulsed(String profileId, long before, Instant at) {
            if (before == 0) {
                create(profileId);
            }
            return session.update(
                            "UPDATE pulse_standings SET pulses = pulses + 1, last_pulse_at = ? WHERE profile_id = ? AND pulses = ?",
                            at,
                            profileId,
                            before)
                    == 1;
        }

        void dispatched(String profileId, Instant endedAt, boolean succeeded) {
            create(profileId);
            session.update(
                    "UPDATE pulse_standings SET dispatch_ended_at = ?, dispatch_succeeded = ? WHERE profile_id = ?",
                    endedAt,
                    succeeded,
                    profileId);
        }

        void dreamt(String profileId, Instant upTo) {
            create(profileId);
            session.update("UPDATE pulse_standings SET dreamt_at = ? WHERE profile_id = ?", upTo, profileId);
        }

        private void create(String profileId) {
            session.insertAbsent(
                    "pulse_standings",
                    List.of("profile_id", "pulses", "dispatch_succeeded"),
                    List.<@Nullable Object[]>of(new @Nullable Object[] {profileId, 0L, false}));
        }

        Optional<Instant> lastPulse(String profileId) {
            return Optional.ofNullable(find(profileId).lastPulseAt());
        }
    }
}
