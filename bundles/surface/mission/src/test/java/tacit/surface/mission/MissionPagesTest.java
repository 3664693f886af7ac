package tacit.surface.mission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.runtime.testkit.browser.Legibility;

/** The frame and every macro in a real browser. */
class MissionPagesTest {

    private static final String ATTACK =
            "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7*7 }}{% raw %}&lt;b";

    private final SamplePanel panel = new SamplePanel();
    private MissionFrame frame;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        Browser.assume();
        frame = new MissionFrame(panel);
        browser = Browser.of(frame.server.uri());
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            frame.close();
        }
    }

    private Page in(String token, int width, boolean dark) {
        Page page = browser.window(width, dark);
        logIn(page, token);
        return page;
    }

    private void logIn(Page page, String token) {
        page.navigate(frame.server.uri() + "/");
        page.getByLabel("Token").fill(token);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
    }

    @Test
    void logsInAndOutAgain() {
        Page page = in("operator-token", 1280, false);
        assertThat(page).hasURL(frame.server.uri() + "/mission/sample");
        assertThat(page).hasTitle("plain words · Sample · Tacit");

        page.getByText("Log out").click();

        assertThat(page).hasURL(frame.server.uri() + "/mission/login");
        page.navigate(frame.server.uri() + "/mission/sample/x?q=1");
        assertThat(page.getByLabel("Token")).isVisible();
        page.getByLabel("Token").fill("reader-token");
        page.getByText("Log in").last().click();
        assertThat(page).hasURL(frame.server.uri() + "/mission/sample/x?q=1");
    }

    @Test
    void saysWhyALoginFailed() {
        Page page = in("wrong", 1280, false);

        assertThat(page.getByRole(AriaRole.ALERT)).hasText("This token is not known here");
        assertThat(page.getByLabel("Token")).hasValue("");
    }

    @Test
    void turnsAgentsAway() {
        Page page = in("agent-token", 1280, false);

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("An agent's token cannot log in");
    }

    @Test
    void showsEveryMacroSoThatAllCanReadAndUseIt() {
        assertThat(frame.faults(browser, "sample", "macros")).isEmpty();
    }

    @Test
    void showsWhatAgentsWroteAsText() {
        panel.text = ATTACK;

        Page page = in("operator-token", 390, false);
        page.navigate(frame.server.uri() + "/mission/sample/~?~a=" + "%3Cscript%3Ealert(3)%3C%2Fscript%3E%2F..");

        assertThat(page.locator("main h1")).hasText(ATTACK);
        assertThat(page.locator("#ids")).hasText("<script>alert(3)</script>/..");
        assertThat(page.locator("main img, main script, main b").count()).isZero();
        assertThat(page.locator("tbody td a").first()).hasText(ATTACK);
        page.locator("tbody td a").first().click();
        assertThat(page.locator("#ids")).hasText(ATTACK);
        page.getByText("Save").click();
        assertThat(page.locator(".said.good")).hasText("Renamed to " + ATTACK);
        assertThat(page.locator("#ids")).hasText(ATTACK);
        assertThat(panel.last).isEqualTo(ATTACK);
        assertThat(Legibility.overhang(page)).isLessThanOrEqualTo(0);
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.foreignRequests()).isEmpty();
    }

    @Test
    void doesWhatIsConfirmedAndSaysWhatCameOfIt() {
        Page page = in("operator-token", 1280, false);
        page.navigate(frame.server.uri() + "/mission/sample/x?q=1");

        page.getByText("Rename…").click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Rename").setExact(true))
                .click();

        assertThat(page).hasURL(frame.server.uri() + "/mission/sample/x?q=1");
        assertThat(page.getByText("Renamed to plain words")).isVisible();
        page.reload();
        assertThat(page.getByText("Renamed to plain words")).hasCount(0);
    }

    @Test
    void showsWhyItWasNotDoneOnThePage() {
        Page page = in("operator-token", 1280, false);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Refuse"))
                .click();

        assertThat(page.getByRole(AriaRole.ALERT)).hasText("The state does not allow 'refuse'");
        assertThat(page.locator("main h1")).hasText("plain words");
    }

    @Test
    void keepsWhatWasTypedIntoAFormThatWasRefused() {
        Page page = in("operator-token", 1280, false);
        String attack = "bad \"'><img src=x onerror=alert(1)>{{ 7*7 }}";
        page.getByLabel("Name").fill(attack);
        page.getByLabel("Long").fill("</textarea><b>bold</b>");
        page.getByLabel("Sure").uncheck();
        page.getByLabel("One").selectOption("plain words");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();

        assertThat(page.getByRole(AriaRole.ALERT)).hasText("This is no name");
        assertThat(page.getByLabel("Name")).hasValue(attack);
        assertThat(page.getByLabel("Long")).hasValue("</textarea><b>bold</b>");
        assertThat(page.getByLabel("Sure")).not().isChecked();
        assertThat(page.getByLabel("One")).hasValue("plain words");
        assertThat(page.locator("main img, main b")).hasCount(0);
        page.navigate(frame.server.uri() + "/mission/sample");
        assertThat(page.getByLabel("Name")).hasValue("plain words");
    }

    @Test
    void offersReadersNoForms() {
        Page page = in("reader-token", 1280, false);

        assertThat(page.locator("main h1")).hasText("plain words");
        assertThat(page.locator("main form[method=post]")).hasCount(0);
    }

    @Test
    void readsItselfAgainAndKeepsWhatWasTyped() {
        Page page = in("operator-token", 1280, false);
        assertThat(page.locator("#mark")).hasText("Live");
        page.getByLabel("Name").fill("half a wo");
        page.getByText("Longer").click();
        page.evaluate("() => window.scrollTo(0, 150)");
        page.getByLabel("Long").focus();
        double before = ((Number) page.evaluate("() => window.scrollY")).doubleValue();

        panel.text = "news of the day";
        frame.events.tell(Scope.ofDefaultWorkspace(), "sample.changed", "x", Map.of());

        assertThat(page.locator("dd").first()).hasText("news of the day");
        assertThat(page.getByLabel("Name")).hasValue("half a wo");
        assertThat(page.getByLabel("Long")).isFocused();
        assertThat(page.locator("details.more")).hasAttribute("open", "");
        assertThat(((Number) page.evaluate("() => window.scrollY")).doubleValue())
                .isEqualTo(before);
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void searchesWhileOneTypesAndKeepsThePlace() {
        Page page = in("operator-token", 1280, false);
        page.getByLabel("Words").fill("abc");

        page.waitForURL("**/mission/sample?q=abc&state=**");

        assertThat(page.getByLabel("Words")).hasValue("abc");
        assertThat(page.getByLabel("Words")).isFocused();
        assertThat(page.locator("canvas")).isVisible();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void keepsWhatIsTypedWhileTheAnswerIsOnItsWay() {
        Page page = in("operator-token", 1280, false);
        panel.held = new CountDownLatch(1);
        page.getByLabel("Words").fill("abc");
        page.waitForCondition(() -> panel.asked.contains("abc"));

        page.getByLabel("Words").fill("abcd");
        page.getByLabel("State").selectOption("one");
        panel.text = "other words";
        panel.held.countDown();

        assertThat(page.locator("h1")).hasText("other words");
        page.waitForURL("**/mission/sample?q=abcd&state=one");
        assertThat(page.getByLabel("Words")).hasValue("abcd");
        assertThat(page.getByLabel("State")).hasValue("one");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void searchesForWhatWasTypedBeforeItsScriptsCame() {
        Page page = browser.window(1280, false);
        page.addInitScript("document.addEventListener('readystatechange', () => {"
                + "const field = document.querySelector('.search input');"
                + "if (field && document.readyState === 'interactive' && !location.search) field.value = 'early'; })");
        logIn(page, "operator-token");

        page.waitForURL("**/mission/sample?q=early&state=**");

        assertThat(page.getByLabel("Words")).hasValue("early");
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void searchesForNothingWhereNobodyChoseAnything() {
        panel.chosen = false;
        Page page = in("operator-token", 1280, false);
        assertThat(page.locator("#mark")).hasText("Live");
        page.getByText("Rename…").click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Rename").setExact(true))
                .click();
        assertThat(page.locator("#mark")).hasText("Live");

        panel.text = "news of the day";
        frame.events.tell(Scope.ofDefaultWorkspace(), "sample.changed", "x", Map.of());

        assertThat(page.locator("dd").first()).hasText("news of the day");
        assertThat(page).hasURL(frame.server.uri() + "/mission/sample");
        assertThat(page.getByText("Renamed to plain words")).isVisible();
    }

    @Test
    void logsInAgainWhenASearchMeetsTheLogin() {
        Page page = in("operator-token", 1280, false);
        page.getByLabel("Words").waitFor();
        frame.tokens.revoke("operator", "test");

        page.getByLabel("Words").fill("abc");

        assertThat(page.getByLabel("Token")).isVisible();
    }

    @Test
    void saysThatItIsNotLiveWhenNobodyTells() {
        Page page = in("operator-token", 1280, false);
        assertThat(page.locator("#mark")).hasText("Live");

        frame.tokens.revoke("operator", "test");
        frame.events.tell(Scope.ofDefaultWorkspace(), "sample.changed", "x", Map.of());

        assertThat(page.locator("#mark")).hasText("Not live");
        page.reload();
        assertThat(page.getByLabel("Token")).isVisible();
    }
}
