package tacit.panel.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.Evolution;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class BriefingPanelTest {

    private People people;

    @BeforeEach
    void open(@TempDir Path folder) {
        people = new People(folder);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private tacit.api.page.Page shown(Looked looked) {
        return people.briefingPanel.show(looked);
    }

    @Test
    void showsTodayAndTheDaysThatWereKept() {
        people.whole();

        assertThat(shown(Looked.at()).values()).containsEntry("today", true).containsEntry("total", 2);
        assertThat(shown(Looked.at("2026-02-28")).title()).isEqualTo("Briefing of 2026-02-28");
        assertThat(shown(Looked.at().with(Map.of("day", "2026-02-28"))).values())
                .containsEntry("today", false);
    }

    @Test
    void refusesADayThatIsNoneAndAnotherUser() {
        people.whole();
        Principal bob = new Principal("bob", AccessRole.READER, new Scope("default", "bob"));

        assertThatThrownBy(() -> shown(Looked.at("yesterday")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
        assertThatThrownBy(() -> shown(Looked.at().with(Map.of("user", "ada")).by(bob)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(403));
    }

    @Test
    void neverSaysThatAllIsWellWhereNobodyCanSay() {
        assertThat(shown(Looked.at()).values()).containsEntry("known", false);
        people.briefingPanel.evolution = new Nobody();

        assertThat(shown(Looked.at()).values()).containsEntry("known", false).containsEntry("unmeasured", true);
    }

    @Test
    void showsBriefingsSoThatAllCanReadThem() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(people.briefingPanel);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "briefing", "briefing-empty"));
            people.whole();
            faults.addAll(frame.faults(browser, "briefing", "briefing"));
            Page page = frame.open(browser, "reader-token", "briefing", 1280, false);
            assertThat(page.locator("main")).containsText(People.ATTACK);
            assertThat(page.locator("main img, main script").count()).isZero();
            page.locator("tbody a").last().click();
            assertThat(page.locator("h1")).hasText("Briefing of 2026-02-28");

            assertThat(faults).isEmpty();
            assertThat(browser.errors()).isEmpty();
        }
    }

    /** The roles have no providers. */
    private static final class Nobody implements Evolution {

        @Override
        public EvolutionSnapshot snapshot(Scope scope) {
            throw new IllegalStateException("Role 'evolution-metrics' has no provider");
        }

        @Override
        public List<EvolutionSnapshot> history(Scope scope, int most) {
            throw new IllegalStateException("Role 'evolution-metrics' has no provider");
        }

        @Override
        public Briefing briefing(Scope scope, @Nullable String day) {
            throw new IllegalStateException("Role 'briefing' has no provider");
        }
    }
}
