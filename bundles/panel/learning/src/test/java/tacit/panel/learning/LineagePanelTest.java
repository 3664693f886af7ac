package tacit.panel.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.Lineage;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Level;
import tacit.api.experiment.Lineage.Node;
import tacit.api.http.HttpProblem;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.store.Page;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

/** Lineage, and the learnings that lead to it. */
class LineagePanelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");

    private static final String ATTACK = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7*7 }}";

    private final LineagePanel panel = new LineagePanel();
    private final LearningsPanel learnings = new LearningsPanel();
    private Lineage.Question asked;

    @BeforeEach
    void offer() {
        panel.lineage =
                Fake.later(Fake.of(Lineage.class, (method, arguments) -> answer((Lineage.Question) arguments[1])));
        Learning one = new Learning(
                "l1", "project_manager", "default", Learning.Kind.EXPERIMENT, "k", ATTACK, null, "experiment:e1", NOON);
        learnings.log = Fake.of(LearningsLog.class, (method, arguments) -> new Page<>(List.of(one), 0, 1));
    }

    private Optional<Lineage.View> answer(Lineage.Question question) {
        asked = question;
        Node cluster = new Node(Kind.CLUSTER, "c-1", ATTACK, "stable", NOON);
        return question.id().equals("none")
                ? Optional.empty()
                : Optional.of(new Lineage.View(
                        cluster,
                        List.of(
                                new Level(
                                        Kind.TRACE,
                                        true,
                                        List.of(new Node(Kind.TRACE, "t1", "Count orders", null, null)),
                                        0,
                                        3,
                                        List.of()),
                                new Level(
                                        Kind.MEMORY,
                                        true,
                                        List.of(new Node(Kind.MEMORY, "m/1", ATTACK, "active", NOON)),
                                        0,
                                        1,
                                        List.of()),
                                new Level(
                                        Kind.SKILL,
                                        false,
                                        List.of(new Node(Kind.SKILL, "notes", "Notes, version 2", "active", NOON)),
                                        0,
                                        1,
                                        List.of()),
                                new Level(
                                        Kind.GENERATION,
                                        false,
                                        List.of(),
                                        0,
                                        0,
                                        List.of("No experiment was promoted", ATTACK)))));
    }

    @Test
    void leadsInBothDirections() {
        Map<String, Object> values = panel.show(Looked.at("cluster", "c-1")).values();

        assertThat(asked.kind()).isEqualTo(Kind.CLUSTER);
        assertThat((List<?>) values.get("before")).hasSize(2);
        assertThat(String.valueOf(values.get("after"))).contains("No experiment was promoted");
        assertThat(String.valueOf(values.get("before"))).contains("panel=memory");
        assertThat(String.valueOf(values.get("after"))).contains("panel=skills");
        assertThat(panel.show(Looked.at()).values()).doesNotContainKey("start");
    }

    @Test
    void saysWhatIsNotThere() {
        assertThatThrownBy(() -> panel.show(Looked.at("none")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(404));
        assertThatThrownBy(() -> panel.show(Looked.at("wish", "x"))).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> learnings.show(Looked.at().with(Map.of("kind", "wish"))))
                .isInstanceOf(HttpProblem.class);
        panel.lineage = null;
        assertThatThrownBy(() -> panel.show(Looked.at("t1")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(503));
    }

    @Test
    void showsBothSoThatAllCanReadAndUseThem() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel, learnings);
                Browser browser = Browser.of(frame.uri())) {
            assertThat(frame.faults(browser, "lineage/cluster/c-1", "lineage")).isEmpty();
            assertThat(frame.faults(browser, "learnings", "learnings")).isEmpty();
            com.microsoft.playwright.Page page = frame.open(browser, "operator-token", "learnings", 390, false);
            for (String place : List.of("learnings", "lineage/cluster/c-1")) {
                page.navigate(frame.uri() + "/mission/" + place);
                assertThat(page.locator("main").innerText()).contains(ATTACK);
                assertThat(page.locator("main img, main script").count()).isZero();
            }
            assertThat(browser.errors()).isEmpty();
        }
    }
}
