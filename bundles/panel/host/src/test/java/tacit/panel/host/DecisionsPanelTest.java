package tacit.panel.host;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.harness.Harness;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.http.HttpProblem;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class DecisionsPanelTest {

    private final Log log = new Log();
    private final DecisionsPanel panel = new DecisionsPanel();

    @BeforeEach
    void offer() {
        panel.decisions = log;
        panel.harness = Fake.later(Fake.of(Harness.class, (method, given) -> 3L));
    }

    /** Decisions in memory. */
    private static final class Log implements DecisionLog {

        private final List<Decision> all = new ArrayList<>();

        @Override
        public boolean offer(Decision decision) {
            return all.add(decision);
        }

        @Override
        public tacit.api.store.Page<Decision> list(String role, PageRequest page) {
            List<Decision> found = all.stream()
                    .filter(one -> role.isEmpty() || one.situation().role().equals(role))
                    .toList();
            return new tacit.api.store.Page<>(
                    found.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), found.size());
        }

        @Override
        public Optional<Decision> find(String id) {
            return all.stream().filter(one -> one.id().equals(id)).findFirst();
        }

        @Override
        public long dropped() {
            return 4;
        }
    }

    private static Decision decision(String id, String role, String output) {
        InnerCall inner =
                new InnerCall("MemoryStore", "find(String)", "[\"m1\"]", "{\"text\":\"" + Attack.TEXT + "\"}");
        Situation situation = new Situation(
                role,
                "permits(String)",
                "[\"" + Attack.TEXT + "\"]",
                Instant.parse("2026-03-01T11:00:00Z"),
                42,
                List.of(inner));
        return new Decision(id, situation, output, "ab".repeat(32), 7, Duration.ofMillis(2), 1);
    }

    @Test
    void filtersByRoleAndSaysWhatWasNotKept() {
        log.offer(decision("d1", "guard", "true"));
        log.offer(decision("d2", "style", "{\"thrown\":\"java.lang.Error: no\"}"));

        Map<String, Object> all = panel.show(Looked.at()).values();
        Map<String, Object> style =
                panel.show(Looked.at().with(Map.of("role", "style"))).values();

        assertThat(all).containsEntry("total", 2L).containsEntry("lost", 7L);
        assertThat(String.valueOf(style.get("rows")))
                .contains("d2", "state=failed")
                .doesNotContain("d1");
    }

    @Test
    void shortensAnswersInTheListOnly() {
        log.offer(decision("d1", "guard", "x".repeat(5_000)));

        assertThat(String.valueOf(panel.show(Looked.at()).values().get("rows"))).hasSizeLessThan(1_000);
        assertThat(String.valueOf(panel.show(Looked.at("d1")).values().get("output")))
                .hasSize(5_000);
    }

    @Test
    void belongsToOperatorsOfTheWholeHostAndSaysWhatIsMissing() {
        Principal other = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));

        assertThat(panel.role()).isEqualTo(AccessRole.OPERATOR);
        assertThatThrownBy(() -> panel.show(Looked.at().by(other))).hasMessageContaining("whole host");
        assertThatThrownBy(() -> panel.show(Looked.at("none")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(404));
        panel.decisions = null;
        assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
    }

    @Test
    void showsEveryPage() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "decisions", "decisions-empty"));
            for (int i = 0; i < 60; i++) {
                log.offer(decision("d" + i, i % 2 == 0 ? "guard" : "style", "\"" + Attack.TEXT + "\""));
            }
            faults.addAll(frame.faults(browser, "decisions", "decisions"));
            faults.addAll(frame.faults(browser, "decisions/d1", "decision"));
            Page page = frame.open(browser, "operator-token", "decisions?role=guard", 1280, false);
            assertThat(page.locator("tbody tr")).hasCount(30);
            page.locator("tbody a").first().click();
            assertThat(page.locator("h1")).hasText("guard: permits(String)");
            assertThat(page.locator("main")).containsText(Attack.TEXT);
            assertThat(page.locator("main img, main script").count()).isZero();

            assertThat(faults).isEmpty();
        }
    }
}
