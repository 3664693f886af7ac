package tacit.panel.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class FeedbackPanelTest {

    private final Said said = new Said();
    private final FeedbackPanel panel = new FeedbackPanel();

    private Map<String, Object> shown(Map<String, String> parameters) {
        panel.desk = said;
        return panel.show(Looked.at().with(parameters)).values();
    }

    private static List<Object> tasks(Map<String, Object> values) {
        return ((List<?>) values.get("rows"))
                .stream().<Object>map(row -> ((Map<?, ?>) row).get("task")).toList();
    }

    @Test
    void findsFeedbackByTaskReasonDecisionAndUser() {
        said.say("t1", Decision.REJECTED, "too_verbose", null);
        said.say("t2", Decision.REJECTED, "nobody asked for that", null);
        said.say("t3", Decision.ACCEPTED, null, "fine");

        assertThat(tasks(shown(Map.of()))).isEqualTo(List.of("t3", "t2", "t1"));
        assertThat(tasks(shown(Map.of("reason", "too_verbose")))).isEqualTo(List.of("t1"));
        assertThat(tasks(shown(Map.of("reason", "own_words")))).isEqualTo(List.of("t2"));
        assertThat(tasks(shown(Map.of("reason", "none_given")))).isEqualTo(List.of("t3"));
        assertThat(tasks(shown(Map.of("decision", "accepted", "task", "t3")))).isEqualTo(List.of("t3"));
        assertThat(tasks(shown(Map.of("user", "ben")))).isEmpty();
    }

    @Test
    void countsTheFiveReasonsOfWhatWasTurnedDown() {
        said.say("t1", Decision.REJECTED, "unsafe", null);
        said.say("t2", Decision.EDIT, "incorrect", null);
        said.say("t3", Decision.ACCEPTED, "incorrect", null);
        said.say("t4", Decision.NEXT, null, null);

        assertThat(shown(Map.of()))
                .containsEntry(
                        "labels",
                        List.of(
                                "incorrect",
                                "too verbose",
                                "ignored instructions",
                                "wrong tone",
                                "unsafe",
                                "own words",
                                "none given"))
                .containsEntry("figures", List.of(1L, 0L, 0L, 0L, 1L, 0L, 0L))
                .containsEntry("isrejected", 1L)
                .containsEntry("waits", 1L);
    }

    @Test
    void pagesAndSaysWhereItStopsLooking() {
        for (int i = 0; i < 1_001; i++) {
            said.say("t" + i, Decision.ACCEPTED, null, null);
        }

        assertThat(shown(Map.of("offset", "950"))).containsEntry("total", 1_000).containsEntry("bounded", true);
        assertThat(tasks(shown(Map.of("offset", "950")))).hasSize(50).endsWith("t1");
    }

    @Test
    void showsNobodyElsesFeedback() {
        said.say("t1", Decision.ACCEPTED, null, null);
        panel.desk = said;

        Principal ben = new Principal("ben", AccessRole.READER, new Scope("default", "ben"));
        assertThat(tasks(panel.show(Looked.at().by(ben)).values())).isEmpty();
        Principal eve = new Principal("eve", AccessRole.READER, Scope.ofWorkspace("elsewhere"));
        assertThat(tasks(panel.show(Looked.at().by(eve)).values())).isEmpty();
    }

    @Test
    void refusesAReasonThatIsNotOffered() {
        assertThatThrownBy(() -> shown(Map.of("reason", "boring")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
    }

    @Test
    void showsWhatPeopleSaidAsTextAndFiltersIt() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            assertThat(frame.faults(browser, "feedback", "feedback-gone")).isEmpty();
            panel.desk = said;
            assertThat(frame.faults(browser, "feedback", "feedback-empty")).isEmpty();
            said.say("t1", Decision.REJECTED, "too_verbose", "Two sentences would have done");
            said.say(People.ATTACK, Decision.REJECTED, People.ATTACK, People.ATTACK);
            said.say("t3", Decision.NEXT, null, null);
            assertThat(frame.faults(browser, "feedback", "feedback")).isEmpty();

            Page page = frame.open(browser, "reader-token", "feedback", 1280, false);
            assertThat(page.locator("main tbody").first()).containsText(People.ATTACK);
            assertThat(page.locator("main img, main script").count()).isZero();
            page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("too_verbose");
            assertThat(page.locator("main table").first().locator("tbody tr")).hasCount(1);
            assertThat(browser.errors()).isEmpty();
        }
    }
}
