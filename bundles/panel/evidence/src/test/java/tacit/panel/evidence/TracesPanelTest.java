package tacit.panel.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.harness.Decision;
import tacit.api.harness.Situation;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.api.trace.TraceDecisions;
import tacit.evidence.trace.SqlTraceSearch;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
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
        panel.search = new SqlTraceSearch(
                database.database(), store, Configurations.of(SqlTraceSearch.Config.class, Map.of()));
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

    @ParameterizedTest
    @CsvSource({"outcome,great", "status,odd"})
    void refusesAConditionThatIsNone(String name, String value) {
        assertThatThrownBy(() -> panel.show(Looked.at().with(Map.of(name, value))))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
        assertThatThrownBy(() -> panel.show(Looked.at().with(Map.of("q", "x".repeat(201)))))
                .isInstanceOf(HttpProblem.class);
    }

    private List<?> found(String name, String value) {
        return rows(panel.show(Looked.at().with(Map.of(name, value))));
    }

    @Test
    void findsTracesByWordsUserSessionAndDay() {
        Evidence.many(store, 300);
        Evidence.run(store, "t1", "count the open orders");

        assertThat(found("q", "OPEN unknown_column")).hasSize(1);
        assertThat(found("q", "nowhere")).isEmpty();
        assertThat(found("session", "run-7")).hasSize(1);
        assertThat(found("user", "ada")).isEmpty();
        assertThat(found("from", "2026-03-02")).isEmpty();
        assertThat(found("until", "2026-02-27")).isNotEmpty();
        assertThat(panel.show(Looked.at().with(Map.of("until", "2026-13-0"))).values())
                .containsEntry("undated", "2026-13-0")
                .containsEntry("total", 301L);
        assertThat(rows(panel.show(
                        Looked.at().with(Map.of("from", "2026-03-01", "until", "2026-03-01", "q", "coder")))))
                .isNotEmpty();
    }

    @Test
    void saysThatALookWasBounded() {
        Evidence.many(store, 30);
        panel.search = new SqlTraceSearch(
                database.database(), store, Configurations.of(SqlTraceSearch.Config.class, Map.of("most_traces", 10)));

        assertThat(panel.show(Looked.at().with(Map.of("q", "coder"))).values())
                .containsEntry("bounded", true)
                .containsEntry("looked", 10L)
                .containsEntry("total", 5L);
        panel.search = null;
        assertThat(panel.show(Looked.at().with(Map.of("q", "coder"))).values()).containsEntry("searches", false);
    }

    private static TraceDecisions deciding(String words) {
        Situation asked = new Situation("guard", "decide(GuardQuestion)", "[]", Evidence.NOON, 1, List.of());
        Decision decision = new Decision("d1", asked, words, "ab".repeat(32), 3, Duration.ofMillis(2), 0);
        return run -> List.of(new TraceDecisions.OfCall("s3", decision));
    }

    @Test
    void showsDecisionsToThoseWhoRunTheHostOnly() {
        Evidence.run(store, "t1", "count the orders");
        assertThat(panel.show(Looked.at("t1")).values()).containsEntry("decidable", "unknown");
        panel.decisions = deciding("{}");
        Principal reader = new Principal("eve", AccessRole.READER, Scope.ofDefaultWorkspace());

        assertThat(panel.show(Looked.at("t1")).values().get("decided").toString())
                .contains("call=execute_tool sql");
        assertThat(panel.show(Looked.at("t1").by(reader)).values())
                .containsEntry("decidable", "told")
                .containsEntry("decided", List.of());
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
            panel.decisions = deciding("{\"effect\":\"DENY\",\"reason\":\"Rule 4 denies it\"}");
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
            page.navigate(frame.uri() + "/mission/traces");
            page.getByLabel("Words, in any part").fill("task-7");
            assertThat(page.locator("main")).containsText("Only the newest 2,000 of 10,000 traces were looked through");
            page.navigate(frame.uri() + "/mission/traces?q=coder");
            assertThat(page.locator(".pager")).containsText("1–50 of 1,000");
            page.navigate(frame.uri() + "/mission/traces?q=writer");
            page.getByLabel("Session").fill("run-1");
            assertThat(page.locator("tbody tr")).hasCount(1);
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
            panel.decisions = deciding("{\"reason\":\"" + ATTACK.replace("\"", "'") + "\"}");
            Page page = frame.open(browser, "operator-token", "traces", 390, false);
            page.getByLabel("Words, in any part").fill("alert(2)</script>");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody a").first().click();

            assertThat(page.locator("h1")).hasText("Trace " + ATTACK);
            page.locator(".waterfall summary").last().click();
            assertThat(page.locator(".waterfall details").last()).containsText("alert(2)");
            assertThat(page.locator("main img, main script").count()).isZero();
            assertThat(browser.errors()).isEmpty();
        }
    }
}
