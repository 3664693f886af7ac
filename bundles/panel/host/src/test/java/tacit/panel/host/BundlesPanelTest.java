package tacit.panel.host;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.generation.Candidate;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class BundlesPanelTest {

    private final FakeBundles bundles = new FakeBundles();
    private final BundlesPanel panel = new BundlesPanel();

    @BeforeEach
    void offer() {
        bundles.into(panel);
    }

    private static void refused(int status, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }

    private static Looked naming(String sha256) {
        return Looked.at().with(Map.of("sha256", sha256, "from", "1", "reason", "better"));
    }

    @Test
    void activatesACandidateForAllOfItsRoles() {
        assertThat(panel.act(naming(FakeBundles.NEXT), "activate").message()).isEqualTo("Generation 2 decides now");

        assertThat(bundles.requests).singleElement().satisfies(request -> {
            assertThat(request.bundles()).containsExactly(Map.entry("guard", FakeBundles.NEXT));
            assertThat(request.by()).isEqualTo("ada");
            assertThat(request.reason()).isEqualTo("better");
        });
    }

    @Test
    void asksForAnotherLookWhenTheHarnessChangedMeanwhile() {
        bundles.active = 5;

        assertThatThrownBy(() -> panel.act(naming(FakeBundles.NEXT), "activate"))
                .hasMessageContaining("Generation 5 decides meanwhile");
        refused(400, () -> panel.act(Looked.at().with(Map.of("sha256", FakeBundles.NEXT)), "activate"));
        assertThat(bundles.requests).isEmpty();
    }

    @Test
    void saysWhichStepFailedAndRefusesWhatWasRefused() {
        bundles.fails = true;

        assertThatThrownBy(() -> panel.act(naming(FakeBundles.NEXT), "activate"))
                .hasMessage("Nothing changed: step probe of guard failed: it threw");
        refused(409, () -> panel.act(naming(FakeBundles.REFUSED), "activate"));
        refused(404, () -> panel.act(naming("ef".repeat(32)), "activate"));
        refused(404, () -> panel.act(naming(FakeBundles.NEXT), "burn"));
    }

    @Test
    void letsOnlyOperatorsOfTheWholeHostActOrPlan() {
        Principal other = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));
        Principal reader = new Principal("bob", AccessRole.READER, Scope.ofDefaultWorkspace());

        refused(403, () -> panel.act(naming(FakeBundles.NEXT).by(other), "activate"));
        refused(403, () -> panel.act(naming(FakeBundles.NEXT).by(other), "discard"));
        refused(403, () -> panel.show(Looked.at(FakeBundles.NEXT, "plan").by(other)));
        refused(403, () -> panel.show(Looked.at(FakeBundles.NEXT, "plan").by(reader)));
        assertThat(panel.show(Looked.at(FakeBundles.NEXT).by(reader)).title()).isEqualTo("tacit.pulse.guard");
        assertThat(bundles.requests).isEmpty();
        assertThat(bundles.discarded).isEmpty();
    }

    @Test
    void pagesCandidatesAndRoles() {
        for (int i = 0; i < 120; i++) {
            bundles.candidates.add(
                    FakeBundles.candidate(String.format("%064x", i), "example.plugin" + i, Candidate.State.STAGED));
            bundles.roles.add(FakeBundles.role("memory-source/n" + i, "example.plugin" + i));
        }

        tacit.api.page.Page staged = panel.show(Looked.at("staged").with(Map.of("offset", "100")));
        tacit.api.page.Page roles = panel.show(Looked.at().with(Map.of("offset", "100", "q", "PLUGIN")));

        assertThat((List<?>) staged.values().get("rows")).hasSize(22);
        assertThat((List<?>) roles.values().get("rows")).hasSize(20);
        assertThat(roles.values()).containsEntry("total", 120).containsEntry("candidates", 122);
    }

    @Test
    void saysWhatIsMissing() {
        panel.generations = null;
        panel.harness = null;
        panel.staging = null;

        assertThat(panel.show(Looked.at()).values())
                .containsEntry("known", false)
                .containsEntry("stages", false);
        refused(503, () -> panel.show(Looked.at("staged")));
        refused(503, () -> panel.act(naming(FakeBundles.NEXT), "activate"));
    }

    @Test
    void showsEveryPageAndActivatesByClicking() throws IOException {
        Browser.assume();
        bundles.alarms.add("Generation 3 could not start " + Attack.TEXT);
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "bundles", "bundles"));
            faults.addAll(frame.faults(browser, "bundles/staged", "bundles-staged"));
            faults.addAll(frame.faults(browser, "bundles/" + FakeBundles.NEXT, "candidate"));
            faults.addAll(frame.faults(browser, "bundles/" + FakeBundles.NEXT + "/plan", "plan"));
            faults.addAll(frame.faults(browser, "bundles/" + FakeBundles.REFUSED, "candidate-refused"));
            Page page = frame.open(browser, "operator-token", "bundles", 1280, false);
            assertThat(page.locator("main")).containsText(Attack.TEXT);
            Clicks.follow(page, "tacit.pulse.guard");
            Clicks.follow(page, "See what would change");
            assertThat(page.locator("main")).containsText(Attack.TEXT);
            assertThat(page.locator("main img, main script").count()).isZero();
            page.getByLabel("Why").fill("better");
            Clicks.confirm(page, "Activate");
            assertThat(page.locator(".said.good")).hasText("Generation 2 decides now");
            page.navigate(frame.uri() + "/mission/bundles/" + FakeBundles.REFUSED);
            Clicks.confirm(page, "Forget it");
            assertThat(page.locator(".said.good")).hasText("The candidate is forgotten");
            assertThat(bundles.discarded).containsExactly(FakeBundles.REFUSED + " by operator");
            bundles.problems = List.of("It needs no.such.thing");
            faults.addAll(frame.faults(browser, "bundles/" + FakeBundles.NEXT + "/plan", "plan-refused"));
            bundles.candidates.clear();
            bundles.roles.clear();
            faults.addAll(frame.faults(browser, "bundles", "bundles-empty"));

            assertThat(faults).isEmpty();
        }
    }
}
