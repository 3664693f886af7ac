package tacit.panel.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.KeptFeedback;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.TaskLearning;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStatus;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class TasksPanelTest {

    private static final String ATTACK = "<img src=x onerror=alert(1)>";

    private final List<GivenFeedback> given = new ArrayList<>();
    private TestDatabase database;
    private TasksPanel panel;
    private boolean tooMany;

    @BeforeEach
    void open() {
        database = Engine.HSQLDB.open();
        SqlTraceStore store = new SqlTraceStore(database.database());
        Evidence.run(store, "t1", ATTACK);
        panel = new TasksPanel(store);
        panel.feed = Fake.of(LearningFeed.class, (method, arguments) -> List.of(report()));
        panel.desk =
                Fake.of(FeedbackDesk.class, (method, arguments) -> method.equals("list") ? kept() : give(arguments));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private KeptFeedback give(Object... arguments) {
        if (tooMany) {
            throw new FeedbackRefused(FeedbackRefused.Cause.TOO_MANY, "Wait a minute", Duration.ofMinutes(1));
        }
        given.add((GivenFeedback) arguments[2]);
        return kept().get(0);
    }

    private List<KeptFeedback> kept() {
        return given.stream()
                .map(one -> new KeptFeedback(
                        one, "ada", 1, Map.of("style", new FeedbackRoute(FeedbackRoute.State.DONE, "made it terse"))))
                .toList();
    }

    private static TaskLearning report() {
        LearningStep step = new LearningStep(
                LearningStep.Stage.MEMORY_CAPTURED,
                LearningStep.Status.DONE,
                "Memory captured",
                ATTACK,
                List.of(new LearningStep.EvidenceRef("trace", "t1")),
                new TreeMap<>(Map.of("archive", List.of("01J"))),
                new TreeMap<>());
        return new TaskLearning(
                "r1",
                1,
                "t1",
                null,
                ATTACK,
                TraceStatus.COMPLETED,
                TaskLearning.Outcome.PENDING_REVIEW,
                Evidence.NOON,
                ATTACK,
                List.of(step),
                "Look at it",
                List.of());
    }

    @Test
    void takesAThumbWithItsReason() {
        panel.act(Looked.at("t1").with(Map.of("id", "t1", "reason", "too_verbose", "note", "half of it")), "bad");

        assertThat(given).hasSize(1);
        assertThat(given.get(0).decision()).isEqualTo(GivenFeedback.Decision.REJECTED);
        assertThat(given.get(0).reason()).isEqualTo("too_verbose");
        assertThat(given.get(0).kind()).isEqualTo(GivenFeedback.Kind.TASK);
    }

    @Test
    void saysWhyFeedbackWasNotTaken() {
        tooMany = true;

        assertThatThrownBy(() -> panel.act(Looked.at().with(Map.of("id", "t1")), "good"))
                .hasMessage("Wait a minute")
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(409));
        assertThatThrownBy(() -> panel.act(Looked.at().with(Map.of("id", "t1")), "other"))
                .isInstanceOf(HttpProblem.class);
    }

    @Test
    void takesNoFeedbackOnTasksOfOtherWorkspaces() {
        Principal other = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));

        assertThatThrownBy(() -> panel.act(Looked.at().with(Map.of("id", "t1")).by(other), "good"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(404));
        assertThat(given).isEmpty();
    }

    @Test
    void saysThatNobodyKnowsWhereThePartIsMissing() {
        panel.feed = null;
        panel.desk = null;

        assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
        assertThatThrownBy(() -> panel.act(Looked.at().with(Map.of("id", "t1")), "good"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(503));
    }

    @Test
    void showsWhatWasLearntAndTakesFeedbackByClicking() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            assertThat(frame.faults(browser, "tasks/t1", "task")).isEmpty();
            Page page = frame.open(browser, "operator-token", "tasks", 1280, false);
            page.locator("tbody a").first().click();
            page.getByLabel("Reason").selectOption("wrong_tone");
            page.getByText("👎 Not good").click();

            assertThat(page.locator(".said.good")).containsText("Thank you");
            assertThat(page.locator("main")).containsText("made it terse");
            assertThat(page.locator("main img").count()).isZero();
            assertThat(given.get(0).reason()).isEqualTo("wrong_tone");
            assertThat(browser.errors()).isEmpty();
        }
    }
}
