package tacit.panel.host;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class AuditPanelTest {

    private final ListAudit log = new ListAudit();
    private final AuditPanel panel = new AuditPanel();

    @BeforeEach
    void offer() {
        panel.audit = log;
    }

    private Object rows(Map<String, String> conditions) {
        return panel.show(Looked.at().with(conditions)).values().get("rows");
    }

    private void fill() {
        log.add("2026-02-01T11:00:00Z", "ada", "memory.forget", "m1");
        log.add("2026-03-01T11:30:00Z", Attack.TEXT, "cluster.dismiss", "c1");
        log.add("2026-03-01T11:45:00Z", "ada", "setting.change", "tacit.some.Part");
    }

    @Test
    void filtersByWhoWhatAndWhen() {
        fill();

        assertThat((List<?>) rows(Map.of())).hasSize(3);
        assertThat((List<?>) rows(Map.of("who", "ada"))).hasSize(2);
        assertThat((List<?>) rows(Map.of("who", "ada", "what", "memory."))).hasSize(1);
        assertThat((List<?>) rows(Map.of("subject", "c1"))).hasSize(1);
        assertThat((List<?>) rows(Map.of("since", "hour"))).hasSize(2);
        assertThat((List<?>) rows(Map.of("since", "month"))).hasSize(3);
        assertThatThrownBy(() -> rows(Map.of("since", "epoch")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
    }

    @Test
    void leadsToWhatAnActIsAbout() {
        fill();

        assertThat(String.valueOf(rows(Map.of("who", "ada"))))
                .contains("to=settings")
                .doesNotContain("to=memory");
    }

    @Test
    void shortensWhatIsTooLongForATable() {
        Map<String, String> roles = new TreeMap<>();
        for (int i = 0; i < 76; i++) {
            roles.put("role" + i, "bundle");
        }
        log.kept.entries.add(new AuditEntry(1, Instant.EPOCH, "tacit", "generation.activate", "1", roles));

        assertThat(String.valueOf(rows(Map.of())))
                .contains("role0 bundle", "and 68 more")
                .doesNotContain("role75");
    }

    @Test
    void belongsToOperatorsOfTheWholeHost() {
        Principal other = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));

        assertThat(panel.role()).isEqualTo(AccessRole.OPERATOR);
        assertThatThrownBy(() -> panel.show(Looked.at().by(other))).hasMessageContaining("whole host");
    }

    @Test
    void showsManyAndNone() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "audit", "audit-empty"));
            for (int i = 0; i < 100; i++) {
                fill();
            }
            faults.addAll(frame.faults(browser, "audit", "audit"));
            Page page = frame.open(browser, "operator-token", "audit?what=cluster.", 1280, false);
            assertThat(page.locator(".pager")).containsText("1–50 of 100");
            assertThat(page.locator("main")).containsText(Attack.TEXT);
            assertThat(page.locator("main img, main script").count()).isZero();
            page.getByText("Older").click();
            assertThat(page.locator(".pager")).containsText("51–100 of 100");
            page.navigate(frame.uri() + "/mission/audit?who=nobody");
            assertThat(page.locator(".empty")).containsText("No act fits");
            panel.audit = null;
            faults.addAll(frame.faults(browser, "audit", "audit-gone"));

            assertThat(faults).isEmpty();
        }
    }
}
