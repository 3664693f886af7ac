package tacit.panel.memory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.MissionFrame;

class MemoryPagesTest {

    private static MissionFrame frame(Parts parts) throws IOException {
        return new MissionFrame(parts.memory, parts.writes, parts.dreaming, parts.preview, parts.external);
    }

    /** Presses a button, and the one that asks whether it is meant. */
    private static void press(Page page, String name) {
        page.getByText(name + "…", new Page.GetByTextOptions().setExact(true)).click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void showsEveryPageSoThatAllCanReadAndUseIt() throws IOException {
        Browser.assume();
        try (Parts parts = new Parts();
                MissionFrame frame = frame(parts);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>();
            for (String place : List.of("memory", "writes", "dreams", "preview", "external")) {
                faults.addAll(frame.faults(browser, place, place + "-empty"));
            }
            parts.whole();
            MemoryRecord first = parts.remember("default", "Deploys happen on Tuesday, never on Friday");
            MemoryRecord next = parts.store.supersede(
                    Scope.ofDefaultWorkspace(),
                    first.id(),
                    Parts.draft("default", "Deploys happen on Monday, never on Friday"));
            for (String place : List.of(
                    "memory",
                    "memory/" + next.id(),
                    "writes",
                    "writes/w1",
                    "dreams",
                    "dreams/dc1",
                    "preview?task=deploy",
                    "external")) {
                faults.addAll(
                        frame.faults(browser, place, place.replaceAll("/.*|\\?.*", place.contains("/") ? "-one" : "")));
            }

            assertThat(faults).isEmpty();
        }
    }

    @Test
    void worksThroughTheQueuesByClicking() throws IOException {
        Browser.assume();
        try (Parts parts = new Parts().whole();
                MissionFrame frame = frame(parts);
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "operator-token", "writes", 1280, false);
            page.locator("tbody a").first().click();
            press(page, "Approve");
            assertThat(page.locator(".said.good")).hasText("The write is done");
            assertThat(parts.gate.done).hasSize(1);

            page.navigate(frame.uri() + "/mission/dreams");
            page.locator("tbody a").first().click();
            press(page, "Accept");
            assertThat(page.locator(".said.good")).hasText("It is applied now");

            page.navigate(frame.uri() + "/mission/external");
            press(page, "Check it");
            assertThat(page.locator(".said.good")).hasText("far: It answers");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void showsWhatAgentsRememberedAsTextAndForgetsItByClicking() throws IOException {
        Browser.assume();
        try (Parts parts = new Parts().whole();
                MissionFrame frame = frame(parts);
                Browser browser = Browser.of(frame.uri())) {
            MemoryRecord memory = parts.remember("default", Attack.TEXT);
            Page page = frame.open(browser, "operator-token", "external", 390, false);
            assertThat(page.locator("main")).containsText(Attack.TEXT);
            page.navigate(frame.uri() + "/mission/preview?task=%3Cscript%3Ealert(3)%3C%2Fscript%3E");
            assertThat(page.locator("main")).containsText("<script>alert(3)</script> for null");
            assertThat(page.locator("main img, main script").count()).isZero();
            page.navigate(frame.uri() + "/mission/memory");
            page.locator("tbody a").first().click();
            assertThat(page.locator("h1")).hasText(Attack.TEXT);
            assertThat(page.locator("main img, main script").count()).isZero();

            press(page, "Forget it");

            assertThat(page.locator(".said.good")).hasText("1 memory is forgotten with all copies");
            assertThat(parts.store.find(Scope.ofDefaultWorkspace(), memory.id()))
                    .isEmpty();
            assertThat(browser.errors()).isEmpty();
        }
    }
}
