package tacit.panel.pulse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.PulseRun;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.MissionFrame;

/** Dispatches, schedules, triggers, reflection and twins in a browser. */
class WorkPagesTest {

    @TempDir
    Path folder;

    private final Stores stores = new Stores();
    private final Work work = new Work(stores);
    private final ReflectionPanel reflection = new ReflectionPanel();
    private Thoughts thoughts = new Thoughts("none", "");

    @AfterEach
    void close() {
        stores.close();
    }

    private MissionFrame frame() throws IOException {
        return new MissionFrame(work.dispatches, work.schedules, reflection, work.twins);
    }

    private AutomationProfile fill(String text) {
        work.whole(stores.twins(folder));
        AutomationProfile keeper = stores.profile("release-keeper", "default");
        stores.beats.text = text;
        stores.beats.run("d1", PulseRun.Type.DISPATCH, PulseRun.State.RUNNING, keeper.id(), "default");
        stores.beats.run("d2", PulseRun.Type.DISPATCH, PulseRun.State.FAILED, keeper.id(), "default");
        stores.beats.run("st1", PulseRun.Type.STEP, PulseRun.State.COMPLETED, keeper.id(), "default");
        stores.beats.handoffs.add(Work.handoff("h1", "default", text));
        work.triggers.add(Work.trigger("hook", "default", text));
        thoughts = new Thoughts(keeper.id(), text);
        reflection.desk = thoughts;
        reflection.profiles = stores.profiles;
        return keeper;
    }

    @Test
    void showsEveryPageSoThatAllCanReadAndUseIt() throws IOException {
        Browser.assume();
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>();
            for (String place : List.of("dispatches", "schedules", "schedules/triggers", "reflection", "twins")) {
                faults.addAll(frame.faults(browser, place, place.replace('/', '-') + "-unknown"));
            }
            work.whole(stores.twins(folder));
            reflection.desk = thoughts;
            reflection.profiles = stores.profiles;
            for (String place : List.of("dispatches", "schedules", "reflection")) {
                faults.addAll(frame.faults(browser, place, place + "-empty"));
            }
            AutomationProfile keeper = fill("The build of the shop is red");
            for (String place : List.of(
                    "dispatches",
                    "dispatches/d1",
                    "schedules",
                    "schedules/triggers",
                    "reflection",
                    "reflection/runs/rf0",
                    "twins",
                    "twins/code-reviewer")) {
                faults.addAll(frame.faults(browser, place, place.replace('/', '-')));
            }
            for (String part : List.of("", "/backlog", "/notices")) {
                faults.addAll(frame.faults(
                        browser, "reflection/" + keeper.id() + part, "reflection-of" + part.replace('/', '-')));
            }

            assertThat(faults).isEmpty();
        }
    }

    @Test
    void stopsEndsAndActivatesByClicking() throws IOException {
        Browser.assume();
        fill("Mend it");
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "operator-token", "dispatches", 1280, false);
            page.locator("tbody a").first().click();
            page.getByLabel("Why").fill("Not now");
            Pressed.sure(page, "Stop");
            assertThat(page.locator(".said.good")).hasText("It is stopped");
            page.navigate(frame.uri() + "/mission/schedules");
            Pressed.sure(page, "Remove");
            assertThat(page.locator("main")).containsText("Nothing starts at set times");
            page.navigate(frame.uri() + "/mission/twins/code-reviewer");
            Pressed.sure(page, "Activate");
            assertThat(page.locator(".said.good")).containsText("twin-code-reviewer");
            Pressed.sure(page, "End");
            assertThat(page.locator(".said.good")).hasText("The twin is ended");

            assertThat(stores.beats.acts).containsExactly("cancel d1 operator Not now", "remove h1 operator");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void hasASayInReflectionByClicking() throws IOException {
        Browser.assume();
        AutomationProfile keeper = fill("Mend it");
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            String own = frame.uri() + "/mission/reflection/" + keeper.id();
            Page page = frame.open(browser, "operator-token", "reflection", 390, false);
            page.locator("tbody a").first().click();
            Pressed.once(page, "Look for news");
            Pressed.sure(page, "Leave alone");
            page.locator(".acts").getByText("Think now…").click();
            Pressed.once(page, "Think now");
            page.getByLabel("Why it is bad advice").fill("It is old");
            Pressed.sure(page, "Dismiss");
            page.navigate(own + "/backlog");
            Pressed.sure(page, "Reject");
            page.navigate(own + "/notices");
            Pressed.once(page, "Seen");
            page.navigate(own);
            Pressed.sure(page, "Forget all thoughts");

            assertThat(thoughts.acts)
                    .containsExactly(
                            "refresh",
                            "leave " + Thoughts.TARGET + " operator",
                            "reflect null operator:operator true",
                            "dismiss rf0 operator It is old",
                            "reject bl1 operator",
                            "seen rn1 operator",
                            "reset operator");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void showsHostileTextsAsTextsAndReadersNoForm() throws IOException {
        Browser.assume();
        Files.createDirectories(folder.resolve("twins"));
        Files.writeString(folder.resolve("twins/evil.json"), """
                {"id":"evil","name":"E","description":"<img src=x onerror=alert(1)>","version":"1.0.0","icon":"i",
                 "color":"#000000","category":"data","capabilities":["<img src=x onerror=alert(1)>"],
                 "systemPrompt":"<img src=x onerror=alert(1)><script>alert(2)</script>","skills":[],"tags":["<b>"]}
                """);
        AutomationProfile keeper = fill(Attack.TEXT);
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "reader-token", "dispatches", 1280, false);
            for (String place : List.of(
                    "dispatches",
                    "dispatches/d2",
                    "schedules",
                    "schedules/triggers",
                    "reflection/" + keeper.id(),
                    "reflection/" + keeper.id() + "/backlog",
                    "reflection/" + keeper.id() + "/notices",
                    "reflection/runs/rf0",
                    "twins",
                    "twins/evil")) {
                page.navigate(frame.uri() + "/mission/" + place);
                assertThat(page.locator("main")).containsText("<img src=x onerror=alert(1)>");
                assertThat(page.locator("main img, main script").count()).isZero();
                assertThat(page.locator("main form[method=post]").count()).isZero();
            }
            assertThat(browser.errors()).isEmpty();
        }
    }
}
