package tacit.api.reflect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Where the core thinks about a target. Thread-safe. */
@ProviderType
public interface ReflectionDesk {

    /**
     * Thinks about a target, on the calling thread.
     *
     * @param profileId whose thought it is
     * @param targetKey null for the one that is worth it most
     * @param reason such as {@code pulse:RUN} or {@code operator}
     * @param manual whether cadence and settings are passed
     * @return empty when there is nothing to think about
     */
    Optional<ReflectionResult> reflect(String profileId, @Nullable String targetKey, String reason, boolean manual);

    /**
     * Looks for what is new about a profile's targets, without a run.
     *
     * @return all of them with what they are worth now, the best first
     */
    List<Ranked> refresh(String profileId);

    /** Targets as they stand, without a look; of all profiles for null. */
    List<ReflectionTarget> targets(@Nullable String profileId);

    /** Runs, the newest first; what is null does not matter. */
    Page<ReflectionRun> runs(
            @Nullable String profileId,
            @Nullable String targetKey,
            ReflectionRun.@Nullable Stage stage,
            PageRequest page);

    /** A run with all that it was made of. */
    Optional<ReflectionRun.Whole> run(String id);

    /** Thinks about the target of a run once more, whatever its cadence; empty when there is no such run, or nothing to say. */
    Optional<ReflectionResult> retry(String runId, String by);

    /**
     * Ends what a run proposes, as bad advice: its backlog is rejected, and similar hypotheses count less.
     *
     * @return false when there is no such run
     * @throws IllegalStateException when it has not ended, or its work was started
     */
    boolean dismiss(String runId, String by, String reason);

    /** Leaves a target alone until something new is seen about it; false when there is none. */
    boolean dismissTarget(String profileId, String targetKey, String by);

    /**
     * Forgets all runs, targets, points and notices of a profile, with their files.
     *
     * @return how many of each there were
     */
    Map<String, Integer> reset(String profileId, String by);

    /** Points to be done, the most important first; what is null does not matter. */
    Page<ReflectionBacklog> backlog(
            @Nullable String profileId, ReflectionBacklog.@Nullable State state, PageRequest page);

    /** A point, whatever its state. */
    Optional<ReflectionBacklog> findBacklog(String id);

    /**
     * Ends a point that is open or under way.
     *
     * @return false when there is none
     * @throws IllegalStateException when it has ended
     */
    boolean rejectBacklog(String id, String by, String reason);

    /** How the reflection of a profile stands. */
    Brain brain(String profileId);

    /** What people were told, or will be, the newest first. */
    Page<ReflectionNotice> notices(
            @Nullable String profileId, ReflectionNotice.@Nullable State state, PageRequest page);

    /** How many notices of a profile fell due since a moment, or still do; those that were held back are none of them. */
    int told(String profileId, Instant since);

    /** A notice, whatever its state. */
    Optional<ReflectionNotice> findNotice(String id);

    /** Marks a notice as seen; false when it is not shown. */
    boolean seen(String noticeId, String by);

    /** A target and what it is worth. Immutable. */
    record Ranked(ReflectionTarget target, ReflectionScore score) {}

    /**
     * How the reflection of a profile stands. Immutable.
     *
     * @param status idle, running or paused
     * @param why why it is paused; empty otherwise
     * @param targets how many
     * @param runs how many, by what they came to
     * @param backlog how many points are open
     * @param memory what dreams made of the journals, the newest first
     * @param lastRunAt null before the first
     * @param lastDreamAt null before the first
     */
    record Brain(
            String profileId,
            String status,
            String why,
            int targets,
            Map<String, Long> runs,
            int backlog,
            List<BrainMemory> memory,
            @Nullable Instant lastRunAt,
            @Nullable Instant lastDreamAt) {

        public Brain {
            runs = Map.copyOf(runs);
            memory = List.copyOf(memory);
        }
    }

    /**
     * What a dream made of a journal. Immutable.
     *
     * @param bucket project_state, open_thread, reliable_pattern, watch_item or stale_or_invalidated
     */
    record BrainMemory(String targetKey, String bucket, String text, double confidence, Instant at) {}

    /**
     * What came of it. Immutable.
     *
     * @param runId the run; an earlier one when nothing has changed since
     * @param outcome sleep, suggest, dispatch, notify, defer, dismiss, blocked or failed
     * @param fresh whether it is new
     */
    record ReflectionResult(String runId, String outcome, boolean fresh) {}
}
