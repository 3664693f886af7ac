package tacit.panel.pulse;

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

/** The thoughts of one profile, with a given text in every place; it notes what it was told. */
final class Thoughts implements ReflectionDesk {

    static final String TARGET = "code_workspace:github:acme/the-pump-house";
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    final List<String> acts = new ArrayList<>();
    private final String profile;
    private final String text;
    int runs = 1;
    boolean thinks = true;

    Thoughts(String profile, String text) {
        this.profile = profile;
        this.text = text;
    }

    private ReflectionRun run(int number) {
        return new ReflectionRun(
                "rf" + number,
                profile,
                "default",
                TARGET,
                "f",
                "pulse:p1",
                ReflectionRun.Stage.COMPLETED,
                ReflectionRun.Outcome.SUGGEST,
                "It fails again and again. " + text,
                null,
                "Mend the cause. " + text,
                "suggestion",
                "suggestion:s1",
                "completed",
                .72,
                ReflectionJudgement.Risk.LOW,
                ReflectionJudgement.Permission.ESCALATED,
                "subconscious:rf" + number,
                AT,
                AT);
    }

    private ReflectionBacklog point() {
        return new ReflectionBacklog(
                "bl1",
                profile,
                "default",
                TARGET,
                "Mend the cause. " + text,
                "It fails. " + text,
                ReflectionAction.SUGGESTION,
                "Mend it",
                100,
                ReflectionBacklog.State.OPEN,
                "failures",
                "task:x",
                "rf0",
                null,
                "its time has not come",
                AT,
                AT);
    }

    private ReflectionNotice notice() {
        return new ReflectionNotice(
                "rn1",
                profile,
                "default",
                ReflectionJudgement.Intent.COMPLETED_WHILE_AWAY,
                "Something was done. " + text,
                "The build was mended. " + text,
                "rf0",
                ReflectionNotice.State.SHOWN,
                "",
                AT,
                AT,
                null);
    }

    @Override
    public Optional<ReflectionResult> reflect(
            String profileId, @Nullable String targetKey, String reason, boolean manual) {
        acts.add("reflect " + targetKey + " " + reason + " " + manual);
        return thinks ? Optional.of(new ReflectionResult("rf0", "suggest", true)) : Optional.empty();
    }

    @Override
    public List<Ranked> refresh(String profileId) {
        acts.add("refresh");
        return targets(profileId).stream()
                .map(one -> new Ranked(one, new ReflectionScore(TARGET, 2, List.of(), "not before Monday")))
                .toList();
    }

    @Override
    public List<ReflectionTarget> targets(@Nullable String profileId) {
        return List.of(new ReflectionTarget(
                profile,
                TARGET,
                ReflectionTarget.Kind.CODE_WORKSPACE,
                "default",
                "The repository of the pump house. " + text,
                ReflectionTarget.Health.BLOCKED,
                ReflectionTarget.State.ACTIVE,
                ReflectionTarget.Persistence.DURABLE,
                ReflectionTarget.MissedRun.SKIP,
                Duration.ZERO,
                3,
                "f",
                new ReflectionTarget.Times(AT, AT, AT, AT, AT, AT),
                new ReflectionTarget.Last("suggest", "Mend it", "suggestion", "done")));
    }

    @Override
    public Page<ReflectionRun> runs(
            @Nullable String profileId,
            @Nullable String targetKey,
            ReflectionRun.@Nullable Stage stage,
            PageRequest page) {
        List<ReflectionRun> all = new ArrayList<>();
        for (long i = page.offset(); i < Math.min(runs, page.offset() + page.limit()); i++) {
            all.add(run((int) i));
        }
        return new Page<>(all, page.offset(), runs);
    }

    @Override
    public Optional<ReflectionRun.Whole> run(String id) {
        ReflectionEvidence evidence = new ReflectionEvidence(
                "e1",
                ReflectionEvidence.Type.CODE_FAILURE,
                true,
                .95,
                "f",
                "The build fails. " + text,
                "x",
                "trace:t1",
                AT);
        Hypothesis hypothesis = new Hypothesis(
                "failures-1",
                "failures",
                "Mend it. " + text,
                "It fails. " + text,
                "Do: " + text,
                List.of(),
                .84,
                List.of("e1"));
        ReflectionRun.Judged judged = new ReflectionRun.Judged(
                hypothesis, Hypothesis.State.REJECTED, .84, List.of(), "Another is better. " + text);
        return Optional.of(new ReflectionRun.Whole(
                        run(0),
                        List.of(evidence),
                        List.of(judged),
                        List.of(new Critique("failures-1", Critique.Verdict.MIXED, "It is old. " + text, "e1")),
                        List.of(point())))
                .filter(whole -> id.equals("rf0"));
    }

    @Override
    public Optional<ReflectionResult> retry(String runId, String by) {
        acts.add("retry " + runId + " " + by);
        return Optional.of(new ReflectionResult("rf0", "sleep", true));
    }

    @Override
    public boolean dismiss(String runId, String by, String reason) {
        if (acts.contains("dismiss " + runId + " " + by + " " + reason)) {
            throw new IllegalStateException("Cannot dismiss run '" + runId + "': it is dismissed");
        }
        return acts.add("dismiss " + runId + " " + by + " " + reason);
    }

    @Override
    public boolean dismissTarget(String profileId, String targetKey, String by) {
        acts.add("leave " + targetKey + " " + by);
        return targetKey.equals(TARGET);
    }

    @Override
    public Map<String, Integer> reset(String profileId, String by) {
        acts.add("reset " + by);
        return Map.of("runs", 2, "targets", 1);
    }

    @Override
    public Page<ReflectionBacklog> backlog(
            @Nullable String profileId, ReflectionBacklog.@Nullable State state, PageRequest page) {
        List<ReflectionBacklog> rows =
                state == null || state == ReflectionBacklog.State.OPEN ? List.of(point()) : List.of();
        return new Page<>(rows, 0, rows.size());
    }

    @Override
    public Optional<ReflectionBacklog> findBacklog(String id) {
        return id.equals("bl1") ? Optional.of(point()) : Optional.empty();
    }

    @Override
    public boolean rejectBacklog(String id, String by, String reason) {
        return acts.add("reject " + id + " " + by);
    }

    @Override
    public Brain brain(String profileId) {
        return new Brain(
                profileId,
                "idle",
                "",
                1,
                Map.of("suggest", 1L),
                1,
                List.of(new BrainMemory(TARGET, "open_thread", "The build fails. " + text, .55, AT)),
                AT,
                null);
    }

    @Override
    public Page<ReflectionNotice> notices(
            @Nullable String profileId, ReflectionNotice.@Nullable State state, PageRequest page) {
        List<ReflectionNotice> rows =
                state == null || state == ReflectionNotice.State.SHOWN ? List.of(notice()) : List.of();
        return new Page<>(rows, 0, rows.size());
    }

    @Override
    public int told(String profileId, Instant since) {
        throw new UnsupportedOperationException("Not asked by a panel");
    }

    @Override
    public Optional<ReflectionNotice> findNotice(String id) {
        return id.equals("rn1") ? Optional.of(notice()) : Optional.empty();
    }

    @Override
    public boolean seen(String noticeId, String by) {
        return acts.add("seen " + noticeId + " " + by);
    }
}
