package tacit.pulse.mind;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.pulse.mind.run.Notices;
import tacit.pulse.mind.run.Responses;
import tacit.pulse.mind.store.BacklogRows;
import tacit.pulse.mind.store.DreamRows;
import tacit.pulse.mind.store.EvidenceRows;
import tacit.pulse.mind.store.HypothesisRows;
import tacit.pulse.mind.store.NoticeRows;
import tacit.pulse.mind.store.RunRows;
import tacit.pulse.mind.store.TargetRows;

/** The desk over what is kept in the database. Thread-safe. */
@Component
public final class DurableReflection implements ReflectionDesk {

    private static final int MEMORIES = 50;

    private final Mind mind;
    private final Reflecting reflecting;
    private final Reviewing reviewing;
    private final Responses responses;
    private final Notices notices;
    private final Governed governed;
    private final CoreSwitches switches;

    @Activate
    public DurableReflection(
            @Reference Mind mind,
            @Reference Reflecting reflecting,
            @Reference Reviewing reviewing,
            @Reference Responses responses,
            @Reference Notices notices,
            @Reference Governed governed,
            @Reference CoreSwitches switches) {
        this.mind = mind;
        this.reflecting = reflecting;
        this.reviewing = reviewing;
        this.responses = responses;
        this.notices = notices;
        this.governed = governed;
        this.switches = switches;
    }

    @Override
    public Optional<ReflectionResult> reflect(
            String profileId, @Nullable String targetKey, String reason, boolean manual) {
        return reflecting.reflect(profileId, targetKey, reason, manual);
    }

    @Override
    public List<Ranked> refresh(String profileId) {
        return reflecting.refresh(profileId);
    }

    @Override
    public List<ReflectionTarget> targets(@Nullable String profileId) {
        return mind.read(session -> new TargetRows(session).list(profileId));
    }

    @Override
    public Page<ReflectionRun> runs(
            @Nullable String profileId,
            @Nullable String targetKey,
            ReflectionRun.@Nullable Stage stage,
            PageRequest page) {
        return mind.read(session -> new RunRows(session).list(profileId, targetKey, stage, page));
    }

    @Override
    public Optional<ReflectionRun.Whole> run(String id) {
        return mind.read(session -> new RunRows(session)
                .find(id)
                .map(run -> new ReflectionRun.Whole(
                        run,
                        new EvidenceRows(session).of(id),
                        new HypothesisRows(session).of(id),
                        new HypothesisRows(session).critiquesOf(id),
                        new BacklogRows(session).ofRun(id))));
    }

    @Override
    public Optional<ReflectionResult> retry(String runId, String by) {
        return mind.read(session -> new RunRows(session).find(runId)).flatMap(run -> reflecting.retry(run, by));
    }

    @Override
    public boolean dismiss(String runId, String by, String reason) {
        return reviewing.dismiss(runId, by, reason);
    }

    @Override
    public boolean dismissTarget(String profileId, String targetKey, String by) {
        return reviewing.dismissTarget(profileId, targetKey, by);
    }

    @Override
    public Map<String, Integer> reset(String profileId, String by) {
        return reviewing.reset(profileId, by);
    }

    @Override
    public Page<ReflectionBacklog> backlog(
            @Nullable String profileId, ReflectionBacklog.@Nullable State state, PageRequest page) {
        responses.look(profileId);
        return mind.read(session -> new BacklogRows(session).list(profileId, state, page));
    }

    @Override
    public boolean rejectBacklog(String id, String by, String reason) {
        return reviewing.rejectBacklog(id, by, reason);
    }

    @Override
    public Brain brain(String profileId) {
        ReflectionSettings settings = governed.of(reflecting.profile(profileId));
        boolean on = switches.on(CoreStage.REFLECTION);
        String why = !on ? switches.why(CoreStage.REFLECTION) : settings.enabled() ? "" : "reflection.enabled is false";
        return mind.read(session -> {
            RunRows runs = new RunRows(session);
            boolean running =
                    runs.open().stream().anyMatch(run -> run.profileId().equals(profileId));
            return new Brain(
                    profileId,
                    running ? "running" : why.isEmpty() ? "idle" : "paused",
                    why,
                    new TargetRows(session).list(profileId).size(),
                    runs.outcomes(profileId),
                    (int) new BacklogRows(session)
                            .list(profileId, ReflectionBacklog.State.OPEN, PageRequest.first(1))
                            .total(),
                    new DreamRows(session).memories(profileId, null, MEMORIES),
                    runs.list(profileId, null, null, PageRequest.first(1)).rows().stream()
                            .map(ReflectionRun::createdAt)
                            .findFirst()
                            .orElse(null),
                    new DreamRows(session).last(profileId, null).orElse(null));
        });
    }

    @Override
    public Page<ReflectionNotice> notices(
            @Nullable String profileId, ReflectionNotice.@Nullable State state, PageRequest page) {
        notices.show();
        return mind.read(session -> new NoticeRows(session).list(profileId, state, page));
    }

    @Override
    public boolean seen(String noticeId, String by) {
        return reviewing.seen(noticeId, by);
    }

    @Override
    public Optional<ReflectionBacklog> findBacklog(String id) {
        return mind.read(session -> new BacklogRows(session).find(id));
    }

    @Override
    public int told(String profileId, Instant since) {
        return mind.read(session -> new NoticeRows(session).told(profileId, since));
    }

    @Override
    public Optional<ReflectionNotice> findNotice(String id) {
        return mind.read(session -> new NoticeRows(session).find(id));
    }
}
