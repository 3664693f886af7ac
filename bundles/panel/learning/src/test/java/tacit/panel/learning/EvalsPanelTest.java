package tacit.panel.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Situation;
import tacit.api.http.HttpProblem;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.EvalCase;
import tacit.api.learn.EvalCases;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Page;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class EvalsPanelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");

    private final EvalsPanel panel = new EvalsPanel(Fake.of(
            EvalCases.class,
            (method, arguments) -> method.equals("list")
                    ? new Page<>(List.of(family()), 0, 1)
                    : arguments[1].equals("case-1") ? Optional.of(family()) : Optional.empty()));

    private static EvalCase family() {
        return new EvalCase(
                "case-1",
                "c-1",
                "<b>No unknown column</b>",
                Map.of("template", "<i>column …</i>"),
                List.of("t1"),
                List.of(),
                "time",
                NOON);
    }

    private static Object replays(String method, Object... arguments) {
        if (method.equals("find")) {
            return arguments[1].equals("r-1") ? Optional.of(replay()) : Optional.empty();
        }
        return new Page<>(method.equals("list") ? List.of(replay()) : List.of(), 0, method.equals("list") ? 1 : 0);
    }

    private static ReplayCase replay() {
        return new ReplayCase(
                "r-1",
                "<b>Refuse the drop</b>",
                new Situation("guard", "judge(ToolCall)", "[{\"tool\":\"sql\"}]", NOON, 1, List.of()),
                List.of(new AnswerCheck(AnswerCheck.Kind.EQUALS, "/effect", List.of("deny"))),
                ReplayCase.Origin.CORRECTION,
                "fb-1",
                "ada",
                false,
                true,
                ReplayCase.State.ACTIVE,
                "ab",
                1,
                NOON,
                null);
    }

    @Test
    void showsCasesOfFamiliesWhereNobodyKnowsOfOthers() {
        Map<String, Object> values = panel.show(Looked.at()).values();

        assertThat(values).containsEntry("known", false).doesNotContainKey("replays");
        assertThat((List<?>) values.get("families")).hasSize(1);
        assertThatThrownBy(() -> panel.show(Looked.at("r-1")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(404));
    }

    @Test
    void showsEachSoThatAllCanReadAndUseIt() throws IOException {
        Browser.assume();
        panel.replays = Fake.of(ReplayCases.class, EvalsPanelTest::replays);
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            assertThat(frame.faults(browser, "evals", "evals")).isEmpty();
            assertThat(frame.faults(browser, "evals/r-1", "replay")).isEmpty();
            assertThat(frame.faults(browser, "evals/case-1", "eval")).isEmpty();
        }
    }
}
