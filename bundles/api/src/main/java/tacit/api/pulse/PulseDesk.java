package tacit.api.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Where people look at pulses and dispatches, and start them. Thread-safe. */
@ProviderType
public interface PulseDesk {

    /**
     * Runs a pulse now, past foreground, hours, cooldown and budgets, but not past the switches or one in flight; the audit log
     * says so before. One that is under way is waited for, and then one more runs.
     *
     * @throws IllegalArgumentException when there is no such profile
     */
    PulseReport pulse(String profileId, String by);

    /** What a pulse would decide now, without any effect. */
    PulseReport explain(String profileId, boolean manual);

    /**
     * How a profile stands.
     *
     * @throws IllegalArgumentException when there is no such profile
     */
    Standing standing(String profileId);

    Optional<PulseRun> run(String id);

    /** Runs, the newest first. */
    Page<PulseRun> runs(Filter filter, PageRequest page);

    /** The steps of a runbook in their order. */
    List<PulseRun> steps(String dispatchId);

    /** Stops a dispatch and its execution; false when it had ended. */
    boolean cancel(String dispatchId, String by, String reason);

    List<ProactiveTask> proactive(String profileId);

    /** Keeps a task of a profile, in place of the one of its id. */
    void proactive(String profileId, ProactiveTask task, String by);

    /** Removes a task of a profile; false when there was none. */
    boolean removeProactive(String profileId, String taskId, String by);

    /** Times that were handed over, of all profiles for null. */
    List<Handoff> schedules(@Nullable String profileId);

    /** Ends a schedule; false when there was none. */
    boolean removeSchedule(String id, String by);

    /**
     * Which runs are wanted. Immutable; what is null does not matter.
     */
    record Filter(
            @Nullable String profileId,
            @Nullable String workspaceId,
            PulseRun.@Nullable Type type,
            PulseRun.@Nullable State state) {

        /** Everything. */
        public static final Filter ALL = new Filter(null, null, null, null);

        public static Filter ofProfile(String profileId) {
            return new Filter(profileId, null, null, null);
        }
    }

    /**
     * What a pulse came to. Immutable.
     *
     * @param run null when it was only explained
     * @param situation what it decided from; null when it was stopped before, as {@code stopped} says
     * @param decision null then
     * @param dispatch null for none
     * @param reflectionId the reflection that it led to; null for none
     * @param dreamingId the dreaming run that it led to; null for none
     * @param dreamingCandidates how many candidates that has
     * @param stopped why it did not even look, such as a switch; empty when it did
     */
    record PulseReport(
            @Nullable PulseRun run,
            @Nullable PulseSituation situation,
            @Nullable PulseDecision decision,
            @Nullable PulseRun dispatch,
            @Nullable String reflectionId,
            @Nullable String dreamingId,
            int dreamingCandidates,
            String stopped) {}

    /**
     * How a profile stands. Immutable.
     *
     * @param profile with what scopes say, without what a generation lays over it
     * @param tuning what the generation in force lays over it
     * @param nextPulseAt null for never
     * @param limits as its next pulse would see them, with what is laid over it
     * @param deferral null for none
     * @param checklistDue how many points
     * @param proactiveDue how many tasks
     * @param running whether a pulse is under way
     */
    record Standing(
            AutomationProfile profile,
            ProfileTuning tuning,
            @Nullable Instant nextPulseAt,
            PulseSituation.Limits limits,
            Signals.@Nullable Deferral deferral,
            int checklistDue,
            int proactiveDue,
            boolean running) {}

    /**
     * A task at its times. Immutable.
     *
     * @param cron five fields in the profile's time zone
     * @param nextAt when it starts next
     * @param lastRunId null before the first
     */
    record Handoff(
            String id,
            String profileId,
            String workspaceId,
            String name,
            String prompt,
            String cron,
            Instant nextAt,
            @Nullable String lastRunId) {}
}
