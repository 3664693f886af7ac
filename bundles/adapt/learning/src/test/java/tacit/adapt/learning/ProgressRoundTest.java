package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.adapt.learning.Desk.NORA;
import static tacit.adapt.learning.Desk.SCOPE;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.adapt.feedback.GrammarFeedback;
import tacit.adapt.progress.StoredProgress;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.LearningStep.Stage;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillCandidate;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillPromoter;
import tacit.api.adapt.SkillPromotion;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.SkillReview;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.TaskLearning;
import tacit.api.adapt.UserCorrection;
import tacit.api.memory.Distillation;
import tacit.api.memory.Distillation.Mode;
import tacit.api.memory.Distillation.Status;
import tacit.api.memory.Evidence;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserMessage;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStatus;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ProgressRoundTest {

    @TempDir
    Path folder;

    private final RunMemory looks = new RunMemory();
    private final List<TaskLearning> told = new ArrayList<>();

    private Desk host;
    private ReportFeed feed;
    private ProgressRound round;
    private SkillProposal.@Nullable Status proposed;

    @BeforeEach
    void open(Database database) throws IOException {
        host = new Desk(database, folder.toRealPath());
        StoredProgress progress = new StoredProgress(host.states, host.traces);
        feed = new ReportFeed(progress);
        round = new ProgressRound(
                looks,
                host.traces,
                new GrammarFeedback(),
                new CorrectionDocuments(host.states),
                new SkillLooks(
                        proxy(SkillPromoter.class, this::promoter), proxy(SkillProposals.class, this::proposals)),
                progress,
                feed,
                host.clock);
        host.run("t1", trace -> trace.status(TraceStatus.COMPLETED));
    }

    @Test
    void reportsARunOnceItWasLookedAtAndTellsWhoFollows() {
        feed.follow(SCOPE, told::add);
        feed.follow(new Scope("default", "ben"), report -> told.clear());
        round.learn(SCOPE, List.of("t1"));
        assertThat(told).isEmpty();

        looks.learnt(SCOPE, "t1", found(), receipt(Map.of("memories", List.of("m1"))));
        round.learn(SCOPE, List.of("t1"));
        round.learn(SCOPE, List.of("t1"));

        assertThat(told).singleElement().satisfies(report -> {
            assertThat(report.taskTitle()).isEqualTo("Deploy it");
            assertThat(report.outcome()).isEqualTo(TaskLearning.Outcome.SUCCESS);
        });
        assertThat(feed.of(SCOPE, "t1")).isEqualTo(told);
        assertThat(feed.latest(SCOPE, 5)).isEqualTo(told);
        assertThat(feed.after(SCOPE, -1, 5)).isEqualTo(told);
    }

    @Test
    void tellsNothingToWhoLeft() {
        LearningFeed.Following following = feed.follow(SCOPE, told::add);
        following.close();

        look(found(), Map.of());

        assertThat(told).isEmpty();
    }

    @Test
    void saysWhyNothingWasLearnt() {
        assertThat(last(look(Distillation.empty(Mode.HOT_PATH, Status.OFF), Map.of()))
                        .summary())
                .isEqualTo("Nothing learnt, because learning is switched off");
        assertThat(last(look(Distillation.empty(Mode.HOT_PATH, Status.SKIPPED), Map.of()))
                        .summary())
                .startsWith("Nothing learnt, because the run may not be learnt from");
    }

    @Test
    void keepsWhatItsUserPutRightOnce() {
        look(found(), Map.of());
        look(found(), Map.of());

        assertThat(host.states.list(NORA, StateFilter.of(UserCorrection.KIND), 5))
                .singleElement()
                .satisfies(document ->
                        assertThat(document.content()).contains("\"right\":\"staging\"", "\"id\":\"t1/s1\""));
    }

    @Test
    void namesTheProposalThatCameOfTheRunAndItsReviewLater() {
        feed.follow(SCOPE, told::add);
        proposed = SkillProposal.Status.PENDING;
        assertThat(last(look(found(), Map.of("memories", List.of("m1")))).stage())
                .isEqualTo(Stage.SKILL_REVIEWED);
        assertThat(round.reviews("default")).isZero();

        proposed = SkillProposal.Status.APPROVED;

        assertThat(round.reviews("default")).isEqualTo(1);
        assertThat(round.reviews("default")).isZero();
        assertThat(last(told.get(1)).stage()).isEqualTo(Stage.SKILL_APPROVED);
        assertThat(last(told.get(1)).relatedIds()).containsEntry("skill", List.of("deploy"));
    }

    @Test
    void saysWhyNoSkillWasProposed() {
        TaskLearning report = look(found(), Map.of());

        assertThat(report.steps().get(3).summary()).isEqualTo("No skill was proposed: no_candidates");
    }

    @Test
    void holdsNoMoreThanAThousandLooks() {
        for (int i = 0; i <= 1_000; i++) {
            looks.learnt(SCOPE, "t" + i, found(), receipt(Map.of()));
        }

        assertThat(looks.take(SCOPE, "t0")).isEmpty();
        assertThat(looks.take(SCOPE, "t1000")).isPresent();
        assertThat(looks.take(SCOPE, "t1000")).isEmpty();
    }

    private TaskLearning look(Distillation found, Map<String, List<String>> written) {
        looks.learnt(SCOPE, "t1", found, receipt(written));
        round.learn(SCOPE, List.of("t1"));
        return feed.latest(SCOPE, 1).get(0);
    }

    private static LearningStep last(TaskLearning report) {
        return report.steps().get(report.steps().size() - 1);
    }

    private static LearningReceipt receipt(Map<String, List<String>> written) {
        return new LearningReceipt(
                Status.DONE, 1, 0, 0, 0, new TreeMap<>(), 0, List.of(), new TreeMap<>(written), new TreeMap<>());
    }

    private static Distillation found() {
        SourceText words =
                new SourceText("I said staging, not production", Evidence.Kind.SPAN, "t1/s1", TrustLane.STATEMENT);
        UserMessage message = new UserMessage("default", "nora", Given.NOON, null, "t1", words);
        return Reports.worked("t1", "Deploy it", message);
    }

    private Object promoter(String method) {
        return method.equals("preview")
                ? SkillPromotion.none(SkillPromotion.NO_CANDIDATES, new TreeMap<>())
                : List.of(new SkillCandidate("p1", "Deploy it", 3, 0, List.of(), List.of(), List.of("t1")));
    }

    private Object proposals(String method) {
        return method.equals("find")
                ? Optional.ofNullable(proposed).map(ProgressRoundTest::proposal)
                : Optional.ofNullable(proposed).map(ProgressRoundTest::proposal).stream()
                        .toList();
    }

    private static SkillProposal proposal(SkillProposal.Status status) {
        SkillDraft draft = new SkillDraft("deploy", "Deploy", "Deploys", "Do it", "", "", List.of(), true);
        SkillReview review = status == SkillProposal.Status.PENDING
                ? null
                : new SkillReview(SkillActor.operator("bob"), Given.NOON, null, "deploy");
        return new SkillProposal(
                "sp_1",
                1,
                SkillProposal.Kind.USE,
                status,
                "It comes again",
                List.of(),
                List.of(),
                "",
                draft,
                "s",
                "p1",
                SkillActor.HOST,
                Given.NOON,
                Given.NOON,
                review);
    }

    private interface Answering {
        Object answer(String method);
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answering.answer(method.getName())));
    }
}
