package tacit.panel.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.Principal;
import tacit.api.adapt.SkillProposal;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class PeoplePanelsTest {

    private People people;

    @BeforeEach
    void open(@TempDir Path folder) {
        people = new People(folder);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private static void refused(int status, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }

    private static void press(Page page, String name) {
        page.getByText(name + "…", new Page.GetByTextOptions().setExact(true)).click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void decidesOnSkillsAndNotesIt() {
        people.whole();
        String id = people.propose("Release notes");

        people.skillsPanel.act(Looked.at().with(Map.of("id", id)), "approve");
        people.skillsPanel.act(Looked.at().with(Map.of("id", "notes", "reason", "old")), "retire");

        assertThat(people.audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("skill.approve", "skill.retire");
        refused(409, () -> people.skillsPanel.act(Looked.at().with(Map.of("id", id, "reason", "x")), "reject"));
        refused(404, () -> people.skillsPanel.act(Looked.at().with(Map.of("id", "none")), "approve"));
        refused(400, () -> people.skillsPanel.act(Looked.at().with(Map.of("id", "notes", "version", "x")), "rollback"));
        refused(404, () -> people.skillsPanel.show(Looked.at("none")));
    }

    @Test
    void setsVersionsOfASkillSideBySideAndShowsItsFile() {
        people.whole();
        for (String words : List.of("Release notes", "Weekly notes")) {
            String id = people.propose(words);
            people.skillsPanel.act(Looked.at().with(Map.of("id", id)), "approve");
        }

        Map<String, Object> values = people.skillsPanel
                .show(Looked.at("notes").with(Map.of("beside", "1")))
                .values();

        assertThat(values.get("old").toString()).startsWith("# Release notes");
        assertThat(values.get("new").toString()).startsWith("# Weekly notes");
        assertThat(values.get("document").toString()).contains("name: notes");
        assertThat(people.skillsPanel.show(Looked.at("notes")).values()).doesNotContainKey("before");
        refused(404, () -> people.skillsPanel.show(Looked.at("notes").with(Map.of("beside", "9"))));
        people.skillsPanel.folders = null;
        assertThat(people.skillsPanel.show(Looked.at("notes")).values()).containsEntry("written", false);
    }

    @Test
    void setsUndoesAndResetsAStyleAndNotesIt() {
        people.whole();
        Looked ada = Looked.at().with(Map.of("user", "ada", "responseLength", "terse"));

        assertThat(people.stylePanel.act(ada, "set").message()).isEqualTo("1 level is set");
        assertThat(people.stylePanel.act(ada, "undo").message()).isEqualTo("1 level is taken back");
        people.stylePanel.act(ada, "reset");

        assertThat(people.audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("style.set", "style.undo", "style.reset");
        refused(400, () -> people.stylePanel.act(Looked.at().with(Map.of("responseLength", "epic")), "set"));
        refused(400, () -> people.stylePanel.act(Looked.at(), "set"));
        Principal bob = new Principal("bob", AccessRole.OPERATOR, new Scope("default", "bob"));
        refused(403, () -> people.stylePanel.show(ada.by(bob)));
        refused(403, () -> people.stylePanel.act(ada.by(bob), "reset"));
        assertThat(people.audit.entries).hasSize(3);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(people.skillsPanel.show(Looked.at()).values())
                .containsEntry("known", false)
                .containsEntry("asked", false);
        assertThat(people.stylePanel.show(Looked.at()).values()).containsEntry("known", false);
        assertThat(people.metricsPanel.show(Looked.at()).values()).containsEntry("known", false);
        refused(503, () -> people.stylePanel.act(Looked.at(), "undo"));
        refused(503, () -> people.skillsPanel.act(Looked.at().with(Map.of("id", "x")), "approve"));
    }

    @Test
    void showsEveryPageAndDecidesByClicking() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(people.skillsPanel, people.stylePanel, people.metricsPanel);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "skills", "skills-empty"));
            people.whole();
            String id = people.propose(People.ATTACK);
            for (String place : List.of("skills", "style", "metrics")) {
                faults.addAll(frame.faults(browser, place, place));
            }
            Page page = frame.open(browser, "operator-token", "skills", 1280, false);
            page.locator("tbody a").first().click();
            assertThat(page.locator("h1")).hasText(People.ATTACK);
            assertThat(page.locator("main img, main script").count()).isZero();
            press(page, "Approve");
            assertThat(page.locator(".said.good")).hasText("The proposal is approved");
            assertThat(people.proposals
                            .find(Scope.ofDefaultWorkspace(), id)
                            .orElseThrow()
                            .status())
                    .isEqualTo(SkillProposal.Status.APPROVED);
            String next = people.propose(People.ATTACK + " again");
            people.skillsPanel.act(Looked.at().with(Map.of("id", next)), "approve");
            faults.addAll(frame.faults(browser, "skills/notes", "skill"));
            page.navigate(frame.uri() + "/mission/skills/notes");
            page.getByText("Beside the present one").click();
            assertThat(page.locator("#beside")).containsText(People.ATTACK);
            assertThat(page.locator("main img, main script").count()).isZero();
            faults.addAll(frame.faults(browser, "skills/notes?beside=1", "skill-beside"));
            page.navigate(frame.uri() + "/mission/style?user=ada");
            page.getByLabel("Response length").selectOption("terse");
            press(page, "Set");
            assertThat(page.locator(".said.good")).hasText("1 level is set");
            page.navigate(frame.uri() + "/mission/metrics");
            assertThat(page.locator("main")).containsText(People.ATTACK);
            assertThat(page.locator("main img, main script").count()).isZero();

            assertThat(faults).isEmpty();
        }
    }
}
