package tacit.panel.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.Principal;
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.KeptFeedback;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.TaskLearning;
import tacit.api.execute.Shells;
import tacit.api.execute.Shells.ShellSession;
import tacit.api.http.HttpProblem;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStatus;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class TasksPanelTest {

    private static final String ATTACK = "<img src=x onerror=alert(1)>";

    private final List<GivenFeedback> given = new ArrayList<>();
    private final ListAuditLog audit = new ListAuditLog();
    private final List<ShellSession> sessions = new ArrayList<>(List.of(
            session("t1", Map.of("STAGE", ATTACK, "API_KEY", "[secret]"), Map.of("ll", "ls -l")),
            session("t2", Map.of("OTHER", "of another task"), Map.of())));
    private TestDatabase database;
    private TasksPanel panel;
    private boolean tooMany;

    @BeforeEach
    void open() {
        database = Engine.HSQLDB.open();
        SqlTraceStore store = new SqlTraceStore(database.database());
        Evidence.run(store, "t1", ATTACK);
        panel = new TasksPanel(store, audit);
        panel.feed = Fake.of(LearningFeed.class, (method, arguments) -> List.of(report()));
        panel.desk =
                Fake.of(FeedbackDesk.class, (method, arguments) -> method.equals("list") ? kept() : give(arguments));
        panel.shells = Fake.of(Shells.class, this::shells);
    }

    private static ShellSession session(String key, Map<String, String> environment, Map<String, String> aliases) {
        return new ShellSession(
                Scope.DEFAULT_WORKSPACE, key, Path.of("/srv/" + key), environment, aliases, 3, Evidence.NOON);
    }

    private Object shells(String method, Object... arguments) {
        boolean here = arguments[0].equals(Scope.DEFAULT_WORKSPACE);
        return method.equals("sessions")
                ? (here ? List.copyOf(sessions) : List.of())
                : here && sessions.removeIf(one -> one.key().equals(arguments[1]));
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
    void showsTheShellOfATaskToOperatorsOfTheWholeWorkspaceAlone() {
        Principal reader = new Principal("rita", AccessRole.READER, Scope.ofDefaultWorkspace());
        Principal ofOne = new Principal("otto", AccessRole.OPERATOR, new Scope(Scope.DEFAULT_WORKSPACE, "otto"));

        assertThat(shell(Looked.at("t1"))).containsKeys("facts", "environment", "aliases");
        assertThat(shell(Looked.at("t1").by(reader))).isEqualTo(Map.of("shown", false));
        assertThatThrownBy(() -> panel.act(Looked.at().with(Map.of("id", "t1")).by(ofOne), "reset"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(403));
        assertThat(sessions).hasSize(2);
        sessions.clear();
        assertThat(shell(Looked.at("t1"))).isEqualTo(Map.of("shown", true));
        panel.shells = null;
        assertThat(shell(Looked.at("t1"))).isEqualTo(Map.of("shown", false));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> shell(Looked look) {
        return (Map<String, Object>) panel.show(look).values().getOrDefault("shell", Map.of());
    }

    @Test
    void letsAShellBeginAnewWithTheAuditLogFirst() {
        panel.act(Looked.at().with(Map.of("id", "t1")), "reset");

        assertThat(sessions).extracting(ShellSession::key).containsExactly("t2");
        assertThat(audit.list(PageRequest.first(9)).rows())
                .extracting(AuditEntry::action, AuditEntry::subject)
                .containsExactly(tuple("shell.reset", "t1"));
        assertThatThrownBy(() -> panel.act(Looked.at().with(Map.of("id", "t1")), "reset"))
                .hasMessage("There is no shell session of task 't1'");
    }

    @Test
    void resetsTheShellByClicking() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "operator-token", "tasks/t1", 1280, false);
            assertThat(page.locator("main")).containsText("/srv/t1");
            assertThat(page.locator("main")).containsText("ls -l");
            assertThat(page.locator("main")).not().containsText("of another task");
            assertThat(page.locator("main img").count()).isZero();
            page.getByText("Reset the shell…").click();
            page.getByText("Reset the shell", new Page.GetByTextOptions().setExact(true))
                    .click();

            assertThat(page.locator(".said.good")).containsText("fresh shell");
            assertThat(page.locator("main")).containsText("This task has no shell session");
            assertThat(browser.errors()).isEmpty();
        }
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
