package tacit.panel.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.MissionFrame;

class TracesPanelTest {

    private static final String ATTACK = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7*7 }}";

    private TestDatabase database;
    private SqlTraceStore store;
    private TracesPanel panel;

    @BeforeEach
    void open() {
        database = Engine.HSQLDB.open();
        store = new SqlTraceStore(database.database());
        panel = new TracesPanel(store);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static List<?> rows(tacit.api.page.Page page) {
        return (List<?>) page.values().get("rows");
    }

    @Test
    void listsTheNewestFirstInPages() {
        Evidence.many(store, 120);

        tacit.api.page.Page page = panel.show(Looked.at().with(Map.of("offset", "100", "agent", "coder")));

        assertThat(page.values()).containsEntry("total", 60L);
        assertThat(rows(panel.show(Looked.at()))).hasSize(50);
        assertThat(rows(page)).isEmpty();
    }

    @Test
    void showsNothingOfOtherWorkspaces() {
        Evidence.run(store, "t1", "count the orders");
        Principal other = new Principal("eve", AccessRole.READER, Scope.ofWorkspace("elsewhere"));

        assertThat(rows(panel.show(Looked.at().by(other)))).isEmpty();
        assertThatThrownBy(() -> panel.show(Looked.at("t1").by(other)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(404));
    }

    @Test
    void refusesAConditionThatIsNone() {
        assertThatThrownBy(() -> panel.show(Looked.at().with(Map.of("outcome", "great"))))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
    }

    @Test
    void showsEveryPageSoThatAllCanReadAndUseIt() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            assertThat(frame.faults(browser, "traces", "traces-empty")).isEmpty();
            Evidence.many(store, 10_000);
            Evidence.run(store, "t1", "Count the open orders of May");

            assertThat(frame.faults(browser, "traces", "traces")).isEmpty();
            assertThat(frame.faults(browser, "traces/t1", "trace")).isEmpty();
        }
    }

    @Test
    void walksThroughTenThousandTraces() throws IOException {
        Browser.assume();
        Evidence.many(store, 10_000);
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "reader-token", "traces", 1280, false);
            assertThat(page.locator("tbody tr")).hasCount(50);

            page.getByText("Older").click();
            assertThat(page.locator(".pager")).containsText("51–100 of 10,000");
            page.getByLabel("Agent").fill("writer");
            assertThat(page.locator(".pager")).containsText("1–50 of 5,000");
            page.locator("tbody a").first().click();

            assertThat(page.locator("h1")).hasText("Trace run-1");
            assertThat(page.locator("main")).containsText("No spans were recorded");
            assertThat(page.locator("main")).containsText("Nobody has said how it turned out");
        }
    }

    @Test
    void showsWhatAgentsWroteAsText() throws IOException {
        Browser.assume();
        Evidence.run(store, ATTACK, ATTACK);
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "operator-token", "traces", 390, false);
            page.locator("tbody a").first().click();

            assertThat(page.locator("h1")).hasText("Trace " + ATTACK);
            page.locator(".waterfall summary").last().click();
            assertThat(page.locator(".waterfall details").last()).containsText("alert(2)");
            assertThat(page.locator("main img, main script").count()).isZero();
            assertThat(browser.errors()).isEmpty();
        }
    }
}
