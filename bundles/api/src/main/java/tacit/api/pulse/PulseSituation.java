package tacit.api.pulse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a pulse decides from. Immutable; the same situation always gives the same decision.
 *
 * @param profile whose pulse it is, with the settings that count for it
 * @param now when
 * @param zone of the host, as text
 * @param manual whether an operator asked for it: it passes foreground, active hours, cooldown and budgets
 * @param signals that wait, of its workspace and of all
 * @param mentions how often somebody asked for the role
 * @param assignedTasks how many tasks wait for the role; never those that it made itself
 * @param foreground whether the user works
 * @param checklist points that are due
 * @param proactive tasks that are due, the most urgent first
 * @param limits what bounds it
 */
public record PulseSituation(
        AutomationProfile profile,
        Instant now,
        String zone,
        boolean manual,
        List<Signal> signals,
        int mentions,
        int assignedTasks,
        boolean foreground,
        List<ChecklistItem> checklist,
        List<ProactiveTask> proactive,
        Limits limits) {

    public PulseSituation {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(limits, "limits");
        ZoneId.of(zone);
        signals = List.copyOf(signals);
        checklist = List.copyOf(checklist);
        proactive = List.copyOf(proactive);
    }

    /**
     * What bounds a pulse. Immutable.
     *
     * @param inFlight an execution of the profile in the workspace that has not ended; null for none
     * @param cooldownUntil by the settings of the profile, see {@link LastDispatch#restsUntil}; null for none
     * @param dispatchesToday that were not cancelled, since its local midnight
     * @param tokensToday that its executions used since then
     * @param tokensPerDay 0 for no bound
     * @param costToday in millionths of a dollar
     * @param costPerDay in millionths of a dollar; 0 for no bound
     * @param interruptionsToday suggestions and notices since then
     * @param interruptionsPerDay 0 for no bound
     * @param turn whether it is this profile's turn among those that wait; false puts it off to the next pulse
     * @param lastDispatch what {@code cooldownUntil} follows from; null before the first dispatch ended, and in records that are
     *     older than this
     */
    public record Limits(
            @Nullable String inFlight,
            @Nullable Instant cooldownUntil,
            int dispatchesToday,
            long tokensToday,
            long tokensPerDay,
            long costToday,
            long costPerDay,
            int interruptionsToday,
            int interruptionsPerDay,
            boolean turn,
            @Nullable LastDispatch lastDispatch) {

        /** Nothing bounds it. */
        public static final Limits NONE = new Limits(null, null, 0, 0, 0, 0, 0, 0, 0, true);

        /** Without the last dispatch. */
        public Limits(
                @Nullable String inFlight,
                @Nullable Instant cooldownUntil,
                int dispatchesToday,
                long tokensToday,
                long tokensPerDay,
                long costToday,
                long costPerDay,
                int interruptionsToday,
                int interruptionsPerDay,
                boolean turn) {
            this(
                    inFlight,
                    cooldownUntil,
                    dispatchesToday,
                    tokensToday,
                    tokensPerDay,
                    costToday,
                    costPerDay,
                    interruptionsToday,
                    interruptionsPerDay,
                    turn,
                    null);
        }

        /** The same with the cooldown that another time after a dispatch gives; as it is where no dispatch is known. */
        public Limits resting(Duration cooldown) {
            Instant until = lastDispatch == null ? cooldownUntil : lastDispatch.restsUntil(cooldown);
            return new Limits(
                    inFlight,
                    until,
                    dispatchesToday,
                    tokensToday,
                    tokensPerDay,
                    costToday,
                    costPerDay,
                    interruptionsToday,
                    interruptionsPerDay,
                    turn,
                    lastDispatch);
        }
    }

    /**
     * The last dispatch of a profile that ended. Immutable.
     *
     * @param endedAt when it ended
     * @param succeeded whether it did what it should
     */
    public record LastDispatch(Instant endedAt, boolean succeeded) {

        private static final Duration LONGEST_AFTER_FAILURE = Duration.ofMinutes(15);

        public LastDispatch {
            Objects.requireNonNull(endedAt, "endedAt");
        }

        /** Until when no other may begin: the whole time after a success, a quarter of it and at most 15 minutes after a failure. */
        public Instant restsUntil(Duration cooldown) {
            Duration quarter = cooldown.dividedBy(4);
            Duration rest = succeeded
                    ? cooldown
                    : quarter.compareTo(LONGEST_AFTER_FAILURE) < 0 ? quarter : LONGEST_AFTER_FAILURE;
            return endedAt.plus(rest);
        }
    }

    /** The same with other settings of the profile, and the cooldown that they give. */
    public PulseSituation with(ProfileSettings settings) {
        return new PulseSituation(
                profile.with(settings),
                now,
                zone,
                manual,
                signals,
                mentions,
                assignedTasks,
                foreground,
                checklist,
                proactive,
                limits.resting(settings.dispatchCooldown()));
    }
}
