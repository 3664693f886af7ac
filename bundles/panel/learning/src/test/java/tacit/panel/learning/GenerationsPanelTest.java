package tacit.panel.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.Generations;
import tacit.api.generation.StepResult;
import tacit.api.harness.Harness;
import tacit.api.harness.RoleStatus;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class GenerationsPanelTest {

    private final GenerationsPanel panel = new GenerationsPanel();
    private Object asked;
    private boolean fails;

    @BeforeEach
    void offer() {
        panel.generations = Fake.later(Fake.of(Generations.class, this::answer));
        panel.harness = Fake.later(Fake.of(
                Harness.class,
                (method, arguments) -> method.equals("alarms")
                        ? List.of()
                        : List.of(new RoleStatus(
                                "guard",
                                "tacit.api.guard.Guard",
                                "tacit.pulse.guard",
                                "1.0.0",
                                null,
                                "A",
                                2,
                                900,
                                1,
                                Duration.ofMillis(3)))));
    }

    private Object answer(String method, Object... arguments) {

        if (method.equals("active")) {
            return Optional.of(generation(2, "1.1.0"));
        }

        if (method.equals("list")) {
            return List.of(generation(1, "1.0.0"), generation(2, "1.1.0"));
        }

        if (method.equals("diff")) {
            return new GenerationDiff(
                    1,
                    2,
                    List.of(),
                    List.of(new GenerationDiff.SettingChange("p.Guard", "rules", "old", "<b>new</b>")));
        }

        asked = arguments[0];
        StepResult step = new StepResult(ActivationStep.READ, "guard", !fails, "it threw", Duration.ZERO);
        return new ActivationReport(2, fails ? 2 : 1, List.of(step));
    }

    private static Generation generation(long number, String version) {
        return new Generation(
                number,
                number == 1 ? null : number - 1,
                Instant.parse("2026-03-01T11:00:00Z"),
                "ada",
                "<i>why</i>",
                new TreeMap<>(Map.of("guard", new Artifact("tacit.pulse.guard", version, "ab".repeat(32)))),
                new TreeMap<>(),
                null);
    }

    @Test
    void goesBackToTheOneBeforeOrToANamedOne() {
        assertThat(panel.act(Looked.at(), "rollback").message()).isEqualTo("Generation 1 decides now");
        assertThat(asked).isEqualTo(Optional.empty());

        panel.act(Looked.at("1").with(Map.of("number", "1")), "activate");
        assertThat(asked).isEqualTo(Optional.of(1L));
    }

    @Test
    void saysWhichStepFailed() {
        fails = true;

        assertThatThrownBy(() -> panel.act(Looked.at(), "rollback"))
                .hasMessageContaining("Nothing changed")
                .hasMessageContaining("it threw");
    }

    @Test
    void letsOnlyOperatorsOfTheWholeHostChangeIt() {
        Principal other = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));

        assertThatThrownBy(() -> panel.act(Looked.at().by(other), "rollback"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(403));
        assertThatThrownBy(() -> panel.act(Looked.at(), "activate")).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> panel.show(Looked.at("77"))).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> panel.show(Looked.at("x"))).isInstanceOf(HttpProblem.class);
        assertThat(asked).isNull();
    }

    @Test
    void showsThemSoThatAllCanReadAndUseIt() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            assertThat(frame.faults(browser, "generations", "generations")).isEmpty();
            assertThat(frame.faults(browser, "generations/1", "generation")).isEmpty();
        }
    }
}
