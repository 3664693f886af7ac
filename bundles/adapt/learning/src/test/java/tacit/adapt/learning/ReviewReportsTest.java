package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.adapt.learning.SkillHost.ADA;
import static tacit.adapt.learning.SkillHost.TEAM;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.adapt.feedback.GrammarFeedback;
import tacit.api.adapt.LearningProgress;
import tacit.api.adapt.LearningStep.Stage;
import tacit.api.adapt.LearningStep.Status;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.TaskLearning;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** A decision on a skill stands in the reports of its runs as soon as it is taken. */
@EachDatabase
class ReviewReportsTest {

    private final List<TaskLearning> told = new ArrayList<>();
    private SkillHost host;
    private Reports reports;

    @BeforeEach
    void open(Database database, @TempDir Path folder) {
        host = new SkillHost(database, folder, Map.of());
        reports = new Reports(host);
        host.desk.progress = reports.round();
    }

    /** The proposal that came of three runs, each of which is reported. */
    private String proposed() {
        List<String> runs = List.of("a", "b", "c");
        runs.forEach(run -> host.learnt(run, "Run tests", null));
        host.round(Map.of()).learn(TEAM, runs);
        for (String run : runs) {
            reports.looks.learnt(TEAM, run, Reports.worked(run, "Run tests"), Reports.wroteNothing());
        }
        reports.round().learn(TEAM, runs);
        reports.feed.follow(TEAM, told::add);
        return host.proposals.list(TEAM, null, 1).get(0).id();
    }

    @Test
    void tellsOfAnApprovalAtOnceInTheReportOfEachRun() {
        String id = proposed();
        assertThat(reports.last(TEAM, "a")).containsKey(Stage.SKILL_REVIEWED);

        host.desk.approve(TEAM, id, ADA, null, null);

        assertThat(told).extracting(TaskLearning::taskId).containsExactlyInAnyOrder("a", "b", "c");
        for (String run : List.of("a", "b", "c")) {
            assertThat(reports.last(TEAM, run))
                    .containsKey(Stage.SKILL_APPROVED)
                    .doesNotContainKey(Stage.SKILL_REVIEWED);
        }
    }

    @Test
    void tellsOfARejectionWithItsReason() {
        String id = proposed();

        host.desk.reject(TEAM, id, ADA, "too narrow");

        assertThat(reports.summary(TEAM, "b", Stage.SKILL_REJECTED)).isEqualTo("The proposal was rejected: too narrow");
    }

    @Test
    void tellsOfItOnceAlsoWhenTheLookComesAfterwards() {
        host.desk.approve(TEAM, proposed(), ADA, null, null);

        assertThat(reports.round().reviews("w1")).isZero();

        assertThat(told).hasSize(3);
    }

    @Test
    void tellsNothingOfADecisionThatIsRefused() {
        String id = proposed();

        host.desk.approve(TEAM, id, new SkillActor(SkillActor.Kind.AGENT, "coder"), null, null);

        assertThat(told).isEmpty();
        assertThat(reports.last(TEAM, "a").get(Stage.SKILL_REVIEWED))
                .satisfies(step -> assertThat(step.status()).isEqualTo(Status.PENDING));
    }

    @Test
    void decidesAlsoWhereTheReportFailsAndTellsOfItInTheNextLook() {
        String id = proposed();
        host.desk.progress = broken();

        assertThat(host.desk.approve(TEAM, id, ADA, null, null).done()).isTrue();
        assertThat(told).isEmpty();

        assertThat(reports.round().reviews("w1")).isEqualTo(3);
    }

    @Test
    void decidesAlsoWhereNobodyReports() {
        String id = proposed();
        host.desk.progress = null;

        host.desk.reject(TEAM, id, ADA, "no");

        assertThat(host.proposals.find(TEAM, id)).map(SkillProposal::status).contains(SkillProposal.Status.REJECTED);
        assertThat(told).isEmpty();
    }

    private ProgressRound broken() {
        LearningProgress failing = LearningProgress.class.cast(Proxy.newProxyInstance(
                LearningProgress.class.getClassLoader(),
                new Class<?>[] {LearningProgress.class},
                (self, method, args) -> {
                    throw new IllegalStateException("Role 'learning-progress' has no provider");
                }));
        return new ProgressRound(
                reports.looks,
                host.traces,
                new GrammarFeedback(),
                new CorrectionDocuments(host.states),
                new SkillLooks(host.promoter, host.proposals),
                failing,
                reports.feed,
                host.clock);
    }
}
