package tacit.panel.learning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tacit.api.http.HttpProblem;
import tacit.api.learn.ClusterMember;
import tacit.api.learn.ClusterState;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureCluster;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.Impact;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class ClustersPanelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");
    private static final String ATTACK = "<img src=x onerror=alert(1)>";

    private final List<String> acts = new ArrayList<>();
    private final ListAuditLog audit = new ListAuditLog();
    private ClusterState state = ClusterState.STABLE;
    private final ClustersPanel panel = new ClustersPanel(
            Fake.of(FailureClusters.class, this::answer),
            Fake.of(EvalCases.class, (method, arguments) -> Optional.empty()),
            audit);

    private Object answer(String method, Object... arguments) {

        if (method.equals("list")) {
            return new tacit.api.store.Page<>(List.of(cluster()), 0, 1);
        }

        if (method.equals("find")) {
            return arguments[1].toString().startsWith("c-") ? Optional.of(cluster()) : Optional.empty();
        }

        if (method.equals("members")) {
            return new tacit.api.store.Page<>(
                    List.of(member("r1", NOON), member("r2", NOON.minusSeconds(90_000))), 0, 2);
        }

        acts.add(method + " " + arguments[2]);
        state = method.equals("move") ? (ClusterState) arguments[2] : state;
        return cluster();
    }

    private static Signature signature() {
        return new Signature("execute_tool", "sql", "tool_error", ATTACK, "sql");
    }

    private FailureCluster cluster() {
        return new FailureCluster(
                "c-1",
                ATTACK,
                "tool_error",
                FailureClass.AGENT,
                signature(),
                state,
                2,
                2,
                new Impact(4_000, Duration.ofSeconds(40)),
                NOON,
                NOON,
                List.of("t1"),
                3);
    }

    private static ClusterMember member(String id, Instant at) {
        Finding finding =
                new Finding("s1", "tool_error", FailureClass.AGENT, Severity.HIGH, 0.9, ATTACK, "evidence", null);
        return new ClusterMember(
                new FailureRecord(
                        id, "t1", null, "tool-errors", finding, signature(), 2_000, Duration.ofSeconds(20), at),
                1,
                "signature");
    }

    @Test
    void splitsMergesAndMovesWithTheAuditLogFirst() {
        panel.act(Looked.at().with(Map.of("id", "c-1", "records", "r1, r2\nr1")), "split");
        panel.act(Looked.at().with(Map.of("id", "c-1", "other", "c-2")), "merge");
        panel.act(Looked.at().with(Map.of("id", "c-1", "version", "3")), "dismiss");

        assertThat(acts).containsExactly("split [r1, r2]", "merge c-1", "move DISMISSED");
        assertThat(audit.list(tacit.api.store.PageRequest.first(9)).rows())
                .extracting(entry -> entry.action())
                .containsExactlyInAnyOrder("cluster.split", "cluster.merge", "cluster.dismiss");
    }

    @Test
    void refusesWhatIsNotThere() {
        for (Map<String, String> fields :
                List.of(Map.<String, String>of(), Map.of("id", "x"), Map.of("id", "c-1", "version", "new"))) {
            assertThatThrownBy(() -> panel.act(Looked.at().with(fields), "dismiss"))
                    .isInstanceOf(HttpProblem.class);
        }
        assertThatThrownBy(() -> panel.show(Looked.at("x"))).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> panel.show(Looked.at().with(Map.of("state", "great"))))
                .isInstanceOf(HttpProblem.class);
        assertThat(acts).isEmpty();
    }

    @Test
    void dismissesByClicking() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            assertThat(frame.faults(browser, "clusters/c-1", "cluster")).isEmpty();
            Page page = frame.open(browser, "operator-token", "clusters", 1280, false);
            page.locator("tbody a").first().click();
            page.getByText("Dismiss…").click();
            page.locator("details[open] button").click();

            assertThat(page.locator(".said.good")).containsText("It is dismissed");
            assertThat(page.locator(".facts").first()).containsText("dismissed");
            assertThat(page.locator("main img").count()).isZero();
            assertThat(browser.errors()).isEmpty();
        }
    }
}
