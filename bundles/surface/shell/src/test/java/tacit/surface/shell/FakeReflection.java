package tacit.surface.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionJudgement;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionScore;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** A desk with one of each, as long as they get; remembers what it was asked to do. */
final class FakeReflection implements ReflectionDesk {

    static final String RUN = "rf_0123456789abcdef0123";
    static final String TARGET = "code_workspace:github:acme/the-pump-house";
    static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    final List<String> acts = new ArrayList<>();
    boolean thinks = true;
    String paused = "";

    @Override
    public Optional<ReflectionResult> reflect(
            String profileId, @Nullable String targetKey, String reason, boolean manual) {
        acts.add("reflect " + profileId + " " + targetKey + " " + reason + " " + manual);
        return thinks ? Optional.of(new ReflectionResult(RUN, "suggest", true)) : Optional.empty();
    }

    @Override
    public List<Ranked> refresh(String profileId) {
        ReflectionTarget target = new ReflectionTarget(
                profileId,
                TARGET,
                ReflectionTarget.Kind.CODE_WORKSPACE,
                "shop",
                "the repository acme/the-pump-house",
                ReflectionTarget.Health.BLOCKED,
                ReflectionTarget.State.ACTIVE,
                ReflectionTarget.Persistence.SESSION_ONLY,
                ReflectionTarget.MissedRun.SKIP,
                Duration.ZERO,
                3,
                "f",
                new ReflectionTarget.Times(AT, AT, AT, AT, AT, AT),
                new ReflectionTarget.Last("suggest", "Mend it", "suggestion", "done"));
        return List.of(new Ranked(
                target, new ReflectionScore(TARGET, 12.75000001, List.of(), "not before 2026-03-03T10:00:00Z")));
    }

    @Override
    public List<ReflectionTarget> targets(@Nullable String profileId) {
        throw new UnsupportedOperationException();
    }

    private static ReflectionRun one() {
        return new ReflectionRun(
                RUN,
                "ap-0123456789ab",
                "shop",
                TARGET,
                "f",
                "pulse:p1",
                ReflectionRun.Stage.COMPLETED,
                ReflectionRun.Outcome.SUGGEST,
                "Mend the cause of what fails again and again, and say so",
                null,
                "Mend the cause: cancel_order fails again and again",
                "suggestion",
                "s1",
                "completed",
                .7200001,
                ReflectionJudgement.Risk.LOW,
                ReflectionJudgement.Permission.ESCALATED,
                "subconscious:" + RUN,
                AT,
                AT);
    }

    @Override
    public Page<ReflectionRun> runs(
            @Nullable String profileId,
            @Nullable String targetKey,
            ReflectionRun.@Nullable Stage stage,
            PageRequest page) {
        acts.add("runs " + profileId + " " + page.offset() + " " + page.limit());
        return new Page<>(List.of(one()), 0, 1);
    }

    @Override
    public Optional<ReflectionRun.Whole> run(String id) {
        ReflectionEvidence evidence = new ReflectionEvidence(
                "e1", ReflectionEvidence.Type.CODE_FAILURE, true, .95, "f", "failed: the build", "task:x", null, AT);
        Hypothesis hypothesis = new Hypothesis(
                "failures-1", "failures", "Mend the cause", "It fails", "Mend it", List.of(), .84, List.of("e1"));
        ReflectionRun.Judged judged = new ReflectionRun.Judged(
                hypothesis, Hypothesis.State.REJECTED, .8400000001, List.of(), "respond-1 is better");
        return Optional.of(new ReflectionRun.Whole(
                        one(),
                        List.of(evidence),
                        List.of(judged),
                        List.of(new Critique("failures-1", Critique.Verdict.MIXED, "it is old", "e1")),
                        List.of()))
                .filter(whole -> id.equals(RUN));
    }

    @Override
    public Optional<ReflectionResult> retry(String runId, String by) {
        acts.add("retry " + runId + " " + by);
        return Optional.empty();
    }

    @Override
    public boolean dismiss(String runId, String by, String reason) {
        acts.add("dismiss " + runId + " " + by + " " + reason);
        if (runId.equals("rf_open")) {
            throw new IllegalStateException("Cannot dismiss run 'rf_open': it is IDEATING with outcome null");
        }
        return runId.equals(RUN);
    }

    @Override
    public boolean dismissTarget(String profileId, String targetKey, String by) {
        acts.add("leave " + profileId + " " + targetKey + " " + by);
        return targetKey.equals(TARGET);
    }

    @Override
    public Map<String, Integer> reset(String profileId, String by) {
        acts.add("reset " + profileId + " " + by);
        return Map.of("runs", 1);
    }

    @Override
    public Page<ReflectionBacklog> backlog(
            @Nullable String profileId, ReflectionBacklog.@Nullable State state, PageRequest page) {
        ReflectionBacklog point = new ReflectionBacklog(
                "bl_0123456789abcdef0123",
                "ap-0123456789ab",
                "shop",
                TARGET,
                "Mend the cause: cancel_order fails",
                "It fails",
                ReflectionAction.SUGGESTION,
                "Mend it",
                100,
                ReflectionBacklog.State.DISPATCHED,
                "failures",
                "task:x",
                RUN,
                "s1",
                "its suggestion is open",
                AT,
                AT);
        return new Page<>(List.of(point), 0, 1);
    }

    @Override
    public Optional<ReflectionBacklog> findBacklog(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean rejectBacklog(String id, String by, String reason) {
        acts.add("reject " + id + " " + by + " " + reason);
        return true;
    }

    @Override
    public Brain brain(String profileId) {
        return new Brain(
                profileId,
                paused.isEmpty() ? "idle" : "paused",
                paused,
                3,
                Map.of("suggest", 1L),
                1,
                List.of(new BrainMemory(TARGET, "open_thread", "The build fails", .55, AT)),
                AT,
                null);
    }

    @Override
    public Page<ReflectionNotice> notices(
            @Nullable String profileId, ReflectionNotice.@Nullable State state, PageRequest page) {
        ReflectionNotice notice = new ReflectionNotice(
                "rn_0123456789abcdef0123",
                "ap-0123456789ab",
                "shop",
                ReflectionJudgement.Intent.COMPLETED_WHILE_AWAY,
                "Something was done while nobody was there",
                "It was done",
                RUN,
                ReflectionNotice.State.WAITING,
                "quiet hours until 8",
                AT,
                AT,
                null);
        return new Page<>(List.of(notice), 0, 1);
    }

    @Override
    public int told(String profileId, Instant since) {
        return 0;
    }

    @Override
    public Optional<ReflectionNotice> findNotice(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean seen(String noticeId, String by) {
        acts.add("seen " + noticeId + " " + by);
        return false;
    }
}
