package tacit.panel.memory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.memory.LearningSwitches;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class DistillPanelTest {

    private static final String ASKED = "Remember that I prefer tea over coffee.";

    private Parts parts;
    private Learner learner;
    private DistillPanel panel;

    @BeforeEach
    void open() {
        parts = new Parts();
        learner = new Learner(parts);
        panel = new DistillPanel(parts.store, parts.audit);
    }

    @AfterEach
    void close() {
        parts.close();
    }

    private void whole() {
        panel.distiller = learner.distiller;
        panel.learning = learner;
        panel.gate = parts.gate;
    }

    private Map<String, Object> shown(String... path) {
        return panel.show(Looked.at(path)).values();
    }

    private static List<?> list(Map<String, Object> values, String name) {
        return (List<?>) values.get(name);
    }

    @Test
    void showsCandidatesWithEvidenceAndWhatBecameOfEach() {
        whole();
        learner.talk("t1", ASKED);
        learner.keep("t1");

        Map<String, Object> values = shown("t1");

        assertThat(list(values, "candidates")).singleElement().satisfies(one -> {
            assertThat(one.toString()).contains(ASKED, "fate=It is kept: active", "to=traces");
            assertThat(((Map<?, ?>) one).get("memory")).isNotNull();
        });
        assertThat(list(values, "fates")).hasSize(3);
        assertThat(list(values, "fates").toString()).contains("to=writes", "state=gone", "to=memory");
    }

    @Test
    void listsRunsAndRoundsInPages() {
        whole();
        for (int i = 0; i < 60; i++) {
            learner.note("run", "t" + i, Map.of("trace", "t" + i, "candidates", "2", "accepted", "many"));
        }
        learner.note("round", "now", Map.of("mode", "OFFLINE"));

        assertThat(list(shown(), "rows")).hasSize(50);
        assertThat(shown()).containsEntry("total", 61L);
        assertThat(list(panel.show(Looked.at().with(Map.of("kind", "round"))).values(), "rows"))
                .singleElement()
                .satisfies(row -> assertThat(row.toString()).contains("several runs", "mode=offline"));
        Principal eve = new Principal("eve", AccessRole.READER, Scope.ofWorkspace("elsewhere"));
        assertThat(list(panel.show(Looked.at().by(eve)).values(), "rows")).isEmpty();
        assertThatThrownBy(() -> panel.show(Looked.at("t1").by(eve))).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> panel.show(Looked.at().with(Map.of("kind", "x"))))
                .isInstanceOf(HttpProblem.class);
    }

    @Test
    void learnsAgainAfterItIsNoted() {
        assertThatThrownBy(() -> panel.act(Looked.at(), "distill")).isInstanceOf(HttpProblem.class);
        whole();

        assertThat(panel.act(Looked.at().with(Map.of("trace", "t1")), "distill").message())
                .isEqualTo("1 of 2 candidates are worth remembering, 3 were done before");
        panel.act(Looked.at(), "distill");

        assertThat(learner.asked).containsExactly("t1", "all");
        assertThat(parts.audit.entries)
                .extracting(AuditEntry::action, AuditEntry::subject)
                .containsExactly(tuple("memory.distill", "t1"), tuple("memory.distill", "default"));
        assertThatThrownBy(() -> panel.act(Looked.at(), "forget")).isInstanceOf(HttpProblem.class);
    }

    @Test
    void saysWhatIsMissingOrOff() {
        learner.talk("t1", ASKED);
        learner.keep("t1");
        assertThat(shown()).containsEntry("learns", false);
        assertThat(shown("t1")).containsEntry("again", false);
        whole();
        learner.on = LearningSwitches.OFF;
        assertThat(shown()).containsEntry("off", true);
    }

    @Test
    void showsWhatPeopleSaidAsTextAndLearnsByClicking() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "distill", "distill-empty"));
            whole();
            learner.talk("t1", "Remember that I prefer " + Attack.TEXT.replace("\\", ""));
            learner.keep("t1");
            for (String place : List.of("distill", "distill/t1", "distill/together")) {
                faults.addAll(frame.faults(browser, place, place.replace('/', '-')));
            }
            Page page = frame.open(browser, "operator-token", "distill", 1280, false);
            page.locator("tbody a").first().click();
            assertThat(page.locator("main")).containsText("alert(2)");
            assertThat(page.locator("main img, main script").count()).isZero();
            page.getByText("Learn from it again…", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Learn from it again")
                                    .setExact(true))
                    .click();
            assertThat(page.locator(".said.good")).containsText("worth remembering");

            assertThat(learner.asked).containsExactly("t1");
            assertThat(faults).isEmpty();
            assertThat(browser.errors()).isEmpty();
        }
    }
}
