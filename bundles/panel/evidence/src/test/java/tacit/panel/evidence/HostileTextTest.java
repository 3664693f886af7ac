package tacit.panel.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.learn.FailureClusters;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.MissionFrame;

/** What a hostile agent may write in each field of a run, among ten thousand others. */
class HostileTextTest {

    private static final String ATTACK =
            "\"'></code></td></script><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>{{ 7*7 }}{% raw %}";

    private TestDatabase database;
    private SqlTraceStore store;

    @BeforeEach
    void open() {
        database = Engine.HSQLDB.open();
        store = new SqlTraceStore(database.database());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void attack(String id) {
        Outcome outcome = Outcome.of(OutcomeLabel.FAILURE, OutcomeSource.AGENT);
        Trace trace = Trace.builder(id)
                .workspaceId(Scope.DEFAULT_WORKSPACE)
                .agent(ATTACK)
                .taskKey(ATTACK)
                .sessionId(ATTACK)
                .userId(ATTACK)
                .channel(ATTACK)
                .profileId(ATTACK)
                .harnessGeneration(ATTACK)
                .startedAt(Evidence.NOON.plusSeconds(60))
                .outcome(outcome)
                .attribute(ATTACK, ATTACK)
                .build();
        Span span = Span.builder(ATTACK, Operation.EXECUTE_TOOL, ATTACK)
                .startedAt(Evidence.NOON.plusSeconds(61))
                .errorType(ATTACK)
                .statusMessage(ATTACK)
                .input(ATTACK)
                .output(ATTACK)
                .attribute(Attribute.TOOL_NAME, ATTACK)
                .attribute(Attribute.RESPONSE_MODEL, ATTACK)
                .attribute(Attribute.PROVIDER_NAME, ATTACK)
                .attribute(ATTACK, ATTACK)
                .build();
        store.append(Scope.ofDefaultWorkspace(), List.of(new TraceUpdate(trace, List.of(span), List.of(outcome))));
    }

    private static void harmless(Page page) {
        assertThat(page.locator("main")).containsText("<script>alert(2)</script>");
        assertThat(page.locator("main img, main script, main svg[onload]").count())
                .isZero();
        assertThat(page.locator("main").innerText()).doesNotContain("{{ 49 }}").contains("{{ 7*7 }}{% raw %}");
    }

    @Test
    void showsEveryFieldAsTextOnEveryPageAmongTenThousandTraces() throws IOException {
        Browser.assume();
        Evidence.many(store, 10_000);
        attack(ATTACK);
        FailureClusters none =
                Fake.of(FailureClusters.class, (method, arguments) -> new tacit.api.store.Page<>(List.of(), 0, 0));
        OverviewPanel overview = new OverviewPanel(store, none);
        Learning learning =
                new Learning(ATTACK, ATTACK, "default", Learning.Kind.DREAM, ATTACK, ATTACK, null, null, Evidence.NOON);
        overview.learnings =
                Fake.of(LearningsLog.class, (method, arguments) -> new tacit.api.store.Page<>(List.of(learning), 0, 1));
        try (MissionFrame frame =
                        new MissionFrame(overview, new TracesPanel(store), new TasksPanel(store, new ListAuditLog()));
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "operator-token", "overview", 1280, false);
            assertThat(page.locator("main")).containsText("10,001");
            harmless(page);
            page.navigate(frame.uri() + "/mission/traces");
            assertThat(page.locator(".pager")).containsText("of 10,001");
            harmless(page);
            page.locator("tbody a").first().click();
            assertThat(page.locator("h1")).hasText("Trace " + ATTACK);
            harmless(page);
            page.getByText("What was learnt from it").click();
            assertThat(page.locator("h1")).hasText("Task " + ATTACK);
            harmless(page);

            assertThat(browser.errors()).isEmpty();
            assertThat(browser.foreignRequests()).isEmpty();
        }
    }
}
