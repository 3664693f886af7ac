package tacit.panel.pulse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.PermissionRule;
import tacit.runtime.testkit.ListProfiles;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.MissionFrame;

/** Suggestions, approvals and autonomy in a browser. */
class AskPagesTest {

    private final Desk desk = new Desk();
    private final Inbox inbox = new Inbox();
    private final SuggestionsPanel suggestions = new SuggestionsPanel();
    private final ApprovalsPanel approvals = new ApprovalsPanel();
    private final AutonomyPanel autonomy = new AutonomyPanel();

    private MissionFrame frame() throws IOException {
        return new MissionFrame(suggestions, approvals, autonomy);
    }

    private void whole() {
        suggestions.desk = desk;
        approvals.inbox = inbox;
        autonomy.inbox = inbox;
        autonomy.profiles = new ListProfiles().add("p1", "default", true);
    }

    @Test
    void showsEveryPageSoThatAllCanReadAndUseIt() throws IOException {
        Browser.assume();
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>();
            for (String place : List.of("suggestions", "approvals", "autonomy")) {
                faults.addAll(frame.faults(browser, place, place + "-unknown"));
            }
            whole();
            for (String place : List.of("suggestions", "approvals", "autonomy", "autonomy/rules")) {
                faults.addAll(frame.faults(browser, place, place.replace('/', '-') + "-empty"));
            }
            desk.with("s1", "default", null, "Mend the build of the shop")
                    .with("s2", "default", null, "Write down how releases are made");
            inbox.with("a1", "default", null, "Push the mended build")
                    .with("a2", "default", null, "Ask the registry for a newer parser")
                    .earned("p1", EarnedAutonomy.Level.TOLD, "")
                    .rule("default", "r1", PermissionRule.Source.WORKSPACE_DB, "git push");
            for (String place : List.of(
                    "suggestions",
                    "suggestions/s1",
                    "approvals",
                    "approvals/a1",
                    "autonomy?mode=dont_ask",
                    "autonomy/rules")) {
                faults.addAll(frame.faults(browser, place, place.replaceAll("[/?=]", "-")));
            }

            assertThat(faults).isEmpty();
        }
    }

    @Test
    void worksThroughSuggestionsByClicking() throws IOException {
        Browser.assume();
        whole();
        for (String id : List.of("s1", "s2", "s3", "s4")) {
            desk.with(id, "default", null, "Look at " + id);
        }
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "operator-token", "suggestions", 1280, false);
            page.locator("tbody a").first().click();
            Pressed.sure(page, "Do it");
            assertThat(page.locator(".said.good")).hasText("It is taken up: its work is d1");

            page.navigate(frame.uri() + "/mission/suggestions/s2");
            page.getByLabel("What is to be done").fill("Only look");
            Pressed.sure(page, "Do this instead");
            page.navigate(frame.uri() + "/mission/suggestions/s3");
            page.getByLabel("For how long").selectOption("a week");
            Pressed.once(page, "Put off");
            page.navigate(frame.uri() + "/mission/suggestions/s4");
            page.getByLabel("Why not").fill("Not ours");
            Pressed.sure(page, "Turn down");

            assertThat(page.locator(".said.good")).containsText("It is turned down");
            assertThat(desk.acts)
                    .containsExactly(
                            "act s1 null operator",
                            "act s2 Only look operator",
                            "snooze s3 PT168H operator",
                            "dismiss s4 Not ours operator");
            page.navigate(frame.uri() + "/mission/suggestions");
            assertThat(page.locator("main")).containsText("No suggestion waits for you");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void answersActsAndKeepsRulesByClicking() throws IOException {
        Browser.assume();
        whole();
        inbox.with("a1", "default", null, "Push it")
                .with("a2", "default", null, "Drop it")
                .earned("p1", EarnedAutonomy.Level.FREE, "");
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "operator-token", "approvals", 1280, false);
            page.locator("tbody a").first().click();
            page.locator("#f-allow-note").fill("Fine");
            page.locator("#f-allow-keep").selectOption("workspace");
            Pressed.sure(page, "Allow");
            assertThat(page.locator(".said.good")).containsText("The act is approved");
            page.navigate(frame.uri() + "/mission/approvals/a2");
            Pressed.sure(page, "Deny");

            page.navigate(frame.uri() + "/mission/autonomy");
            Pressed.sure(page, "Ask again");
            assertThat(page.locator("main")).containsText("Nothing is earned yet");
            page.navigate(frame.uri() + "/mission/autonomy/rules");
            page.getByLabel("Pattern").fill("git push");
            Pressed.sure(page, "Keep");
            assertThat(page.locator("tbody")).containsText("git push");
            Pressed.sure(page, "Forget");

            assertThat(page.locator("main")).containsText("No rule is kept");
            assertThat(inbox.acts)
                    .containsExactly(
                            "allow a1 operator Fine workspace",
                            "deny a2 operator null null",
                            "demote p1 workspace:default run_command operator",
                            "rule default null ASK git push operator",
                            "forget rule-4 operator");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void showsHostileTextsAsTextsAndReadersNoForm() throws IOException {
        Browser.assume();
        whole();
        desk.with("s1", "default", null, Attack.TEXT);
        inbox.with("a1", "default", null, Attack.TEXT)
                .earned("p1", EarnedAutonomy.Level.FREE, Attack.TEXT)
                .rule("default", "r1", PermissionRule.Source.WORKSPACE_DB, Attack.TEXT);
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "reader-token", "suggestions", 390, false);
            for (String place : List.of(
                    "suggestions",
                    "suggestions/s1",
                    "approvals",
                    "approvals/a1",
                    "autonomy?mode=dont_ask",
                    "autonomy/rules")) {
                page.navigate(frame.uri() + "/mission/" + place);
                assertThat(page.locator("main")).containsText(Attack.TEXT);
                assertThat(page.locator("main img, main script").count()).isZero();
                assertThat(page.locator("main form[method=post]").count()).isZero();
            }
            assertThat(browser.errors()).isEmpty();
        }
    }
}
