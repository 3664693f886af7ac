package tacit.panel.learning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.gate.Breakage;
import tacit.api.gate.Decision;
import tacit.api.gate.Effect;
import tacit.api.gate.Power;
import tacit.api.gate.Verdict;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class ExperimentsPanelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");
    private static final String ATTACK = "<script>alert(1)</script>'\"";

    private final ExperimentsPanel panel = new ExperimentsPanel();
    private final List<String> acts = new ArrayList<>();
    private ExperimentState state = ExperimentState.PASSED_GATE;
    private boolean own;

    @BeforeEach
    void offer() {
        panel.experiments = Fake.later(Fake.of(Experiments.class, this::answer));
    }

    private Object answer(String method, Object... arguments) {

        if (method.equals("list")) {
            return new tacit.api.store.Page<>(List.of(experiment()), 0, 1);
        }

        if (method.equals("find")) {
            return arguments[1].equals("e1") ? Optional.of(experiment()) : Optional.empty();
        }

        if (method.equals("history")) {
            return List.of(new ExperimentStep(1, null, ExperimentState.PROPOSED, "rule:x", ATTACK, NOON));
        }

        if (method.equals("comparisons")) {
            return List.of();
        }

        return acted(method);
    }

    private Experiment acted(String method) {
        if (own) {
            throw new IllegalStateException("'operator' proposed it, so somebody else has to decide");
        }
        acts.add(method);
        state = method.equals("promote")
                ? ExperimentState.PROMOTED
                : method.equals("rollBack") ? ExperimentState.ROLLED_BACK : state;
        return experiment();
    }

    private Experiment experiment() {
        Verdict verdict = new Verdict(
                Decision.PASS,
                ATTACK,
                new Effect(20, 0.4, 0.9, List.of("c1", ATTACK), List.of("c9")),
                new Breakage(8, 1, 0.15, false, 0.5),
                0.001,
                0.99,
                null,
                new Power(0.1, 0.8, 0.2, true),
                List.of());
        Proposal proposal = new Proposal(
                Proposal.ChangeKind.CONFIGURATION,
                HarnessChange.ofSettings("tacit.pulse.guard.Guard", Map.of("rules", ATTACK)),
                "guard",
                ATTACK,
                ATTACK,
                List.of("t1"),
                "c-1",
                "rule:x");
        return new Experiment(
                "e1",
                "default",
                proposal,
                List.of(Optional.of("before")),
                3,
                state,
                4,
                new Experiment.Trial("replay", verdict, 20, 0, List.of(), List.of("no network"), NOON),
                state == ExperimentState.PROMOTED ? 4L : null,
                NOON,
                NOON);
    }

    @Test
    void decidesUnderTheNameOfWhoAsks() {
        panel.act(Looked.at("e1").with(Map.of("id", "e1")), "approve");
        panel.act(Looked.at("e1").with(Map.of("id", "e1", "share", "0.2")), "canary");

        assertThat(acts).containsExactly("approve", "canary");
    }

    @Test
    void refusesWhatTheStateOrTheFormDoesNotAllow() {
        own = true;
        assertThatThrownBy(() -> panel.act(Looked.at().with(Map.of("id", "e1")), "promote"))
                .hasMessageContaining("somebody else has to decide")
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(409));
        own = false;
        for (Map<String, String> fields :
                List.of(Map.<String, String>of(), Map.of("id", "e2"), Map.of("id", "e1", "share", "most"))) {
            assertThatThrownBy(() -> panel.act(Looked.at().with(fields), "canary"))
                    .isInstanceOf(HttpProblem.class);
        }
        assertThatThrownBy(() -> panel.act(Looked.at().with(Map.of("id", "e1")), "explode"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(404));
        assertThat(acts).isEmpty();
    }

    @Test
    void showsNothingToTokensOfOneUser() {
        Principal one = new Principal("u", AccessRole.OPERATOR, new Scope("default", "u"));

        assertThatThrownBy(() -> panel.show(Looked.at().by(one))).isInstanceOf(HttpProblem.class);
    }

    @Test
    void promotesAndRollsBackByClicking() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            assertThat(frame.faults(browser, "experiments/e1", "experiment")).isEmpty();
            Page page = frame.open(browser, "operator-token", "experiments", 1280, false);
            page.locator("tbody a").first().click();
            page.getByText("Promote…").click();
            page.locator("details[open] button").click();
            assertThat(page.locator(".said.good")).hasText("It is promoted: generation 4 decides");

            page.getByText("Roll back…").click();
            page.locator("details[open] button").click();

            assertThat(page.locator(".said.good")).hasText("It is rolled back now");
            assertThat(acts).containsExactly("promote", "rollBack");
            assertThat(page.locator("main script").count()).isZero();
            assertThat(browser.errors()).isEmpty();
        }
    }
}
