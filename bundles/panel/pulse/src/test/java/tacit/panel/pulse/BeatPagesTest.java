package tacit.panel.pulse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.Signal;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.MissionFrame;

/** The heartbeat, profiles and signals in a browser. */
class BeatPagesTest {

    private final Stores stores = new Stores();

    @AfterEach
    void close() {
        stores.close();
    }

    private MissionFrame frame() throws IOException {
        return new MissionFrame(stores.heartbeat, stores.profilesPanel, stores.signalsPanel);
    }

    private AutomationProfile work(String text) {
        stores.whole();
        AutomationProfile keeper = stores.profile("release-keeper", "default");
        stores.beats.text = text;
        stores.beats.run("p1", PulseRun.Type.PULSE, PulseRun.State.COMPLETED, keeper.id(), "default");
        stores.beats.run("p2", PulseRun.Type.PULSE, PulseRun.State.FAILED, keeper.id(), "default");
        stores.beats.tasks.add(new ProactiveTask(
                "branches", text, "", "general", text, 1440, ProactiveTask.Mode.PULSE_ONLY, 0, 5, true));
        stores.switches.ran(CoreStage.REFLECTION, 0, List.of("signal s1: below .72 " + text));
        return keeper;
    }

    @Test
    void showsEveryPageSoThatAllCanReadAndUseIt() throws IOException {
        Browser.assume();
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>();
            for (String place : List.of("heartbeat", "profiles", "signals")) {
                faults.addAll(frame.faults(browser, place, place + "-unknown"));
            }
            stores.whole();
            for (String place : List.of("heartbeat", "profiles", "signals")) {
                faults.addAll(frame.faults(browser, place, place + "-empty"));
            }
            AutomationProfile keeper = work("The build of the shop is red");
            Signal signal = stores.signal(keeper, "Branch pump-2 is older than a month");
            for (String place : List.of("heartbeat", "heartbeat/p2", "profiles", "signals")) {
                faults.addAll(frame.faults(browser, place, place.replace('/', '-')));
            }
            faults.addAll(frame.faults(browser, "profiles/" + keeper.id(), "profile"));
            faults.addAll(frame.faults(browser, "profiles/" + keeper.id() + "/explain", "profile-explain"));
            faults.addAll(frame.faults(browser, "signals/" + signal.id(), "signal"));

            assertThat(faults).isEmpty();
        }
    }

    @Test
    void steersAProfileByClicking() throws IOException {
        Browser.assume();
        stores.whole();
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "operator-token", "profiles", 1280, false);
            page.getByLabel("Agent's role").fill("writer");
            Pressed.sure(page, "Create");
            assertThat(page.locator("h1")).hasText("writer");
            Pressed.sure(page, "Let it act");
            page.getByLabel("Minutes between pulses").fill("45");
            page.getByLabel("How far it may go").selectOption("operator");
            Pressed.sure(page, "Save");
            AutomationProfile writer = stores.profiles.findByRole("writer").orElseThrow();
            assertThat(writer.settings().enabled()).isTrue();
            assertThat(writer.settings().cadence()).hasMinutes(45);

            Pressed.sure(page, "Pulse now");
            assertThat(page.locator(".said.good")).containsText("It decided dispatch task");
            page.getByText("What a pulse would decide now").click();
            assertThat(page.locator("tbody").first()).containsText("cooldown");
            page.goBack();
            page.getByLabel("Name").fill("branches");
            page.getByLabel("What is to be done").fill("Look at old branches");
            Pressed.sure(page, "Keep");
            assertThat(page.locator("main")).containsText("Look at old branches");
            page.getByLabel("mentions").uncheck();
            Pressed.sure(page, "Hear of these");
            assertThat(page.locator(".said.good")).containsText("It hears of 10 families");
            Pressed.sure(page, "Switch off");
            page.locator("form.act")
                    .filter(new Locator.FilterOptions().setHasText("Remove this profile?"))
                    .locator("summary")
                    .click();
            page.locator("form.act")
                    .filter(new Locator.FilterOptions().setHasText("Remove this profile?"))
                    .locator("button")
                    .click();
            assertThat(page.locator("main")).containsText("The profile is gone");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void turnsSwitchesAndEndsSignalsByClicking() throws IOException {
        Browser.assume();
        stores.whole();
        stores.profile("keeper", "default");
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "operator-token", "heartbeat", 390, true);
            Pressed.sure(page, "Turn off");
            assertThat(page.locator(".said.good")).hasText("The switch of triggers is off");
            assertThat(stores.switches.on(CoreStage.TRIGGERS)).isFalse();

            page.navigate(frame.uri() + "/mission/signals");
            page.getByLabel("What").fill("The build is red");
            Pressed.sure(page, "Tell");
            assertThat(page.locator(".said.good")).hasText("It waits for the next look of keeper");
            page.locator("tbody a").first().click();
            Pressed.sure(page, "Dismiss");
            assertThat(page.locator(".said.good")).hasText("Nobody looks at it any more");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void showsHostileTextsAsTextsAndReadersNoForm() throws IOException {
        Browser.assume();
        AutomationProfile keeper = work(Attack.TEXT);
        Signal signal = stores.signal(keeper, Attack.TEXT);
        try (MissionFrame frame = frame();
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "reader-token", "heartbeat", 1280, false);
            for (String place : List.of(
                    "heartbeat",
                    "heartbeat/p2",
                    "profiles/" + keeper.id(),
                    "profiles/" + keeper.id() + "/explain",
                    "signals",
                    "signals/" + signal.id())) {
                page.navigate(frame.uri() + "/mission/" + place);
                assertThat(page.locator("main")).containsText("<img src=x onerror=alert(1)>");
                assertThat(page.locator("main img, main script").count()).isZero();
                assertThat(page.locator("main form[method=post]").count()).isZero();
            }
            assertThat(browser.errors()).isEmpty();
        }
    }
}
