package tacit.panel.host;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class GovernancePanelTest {

    private final ListSettings settings = new ListSettings();
    private final GovernancePanel panel = new GovernancePanel();

    @BeforeEach
    void offer() {
        panel.settings = settings;
    }

    @Test
    void turnsASwitchByTheServiceOfSettings() {
        Looked off = Looked.at().with(Map.of("pid", ListSettings.GUARD, "key", "enabled", "value", "false"));

        assertThat(panel.act(off, "turn").message()).contains("'enabled' is changed");

        assertThat(settings.of(ListSettings.GUARD, "enabled").value()).isEqualTo("false");
        assertThat(panel.show(Looked.at()).values()).containsEntry("on", 0L).containsEntry("off", 1L);
        assertThatThrownBy(() -> panel.act(off, "burn")).hasMessageContaining("burn");
    }

    @Test
    void belongsToOperatorsOfTheWholeHostAndSaysWhatIsMissing() {
        Principal other = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));

        assertThat(panel.role()).isEqualTo(AccessRole.OPERATOR);
        assertThatThrownBy(() -> panel.show(Looked.at().by(other))).hasMessageContaining("whole host");
        assertThatThrownBy(() -> panel.act(Looked.at().by(other), "turn")).hasMessageContaining("whole host");
        panel.settings = null;
        assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
    }

    @Test
    void showsEverySwitchAndTurnsItByClicking() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel, new SettingsPanel());
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "governance", "governance"));
            Page page = frame.open(browser, "operator-token", "governance", 1280, false);
            assertThat(page.locator("main")).containsText(Attack.TEXT);
            assertThat(page.locator("main img, main script").count()).isZero();
            Clicks.confirm(page, "Turn off");
            assertThat(page.locator(".said.good")).containsText("with a new generation");
            assertThat(page.locator("main")).containsText("Turn on");
            settings.switches.clear();
            faults.addAll(frame.faults(browser, "governance", "governance-empty"));
            panel.settings = null;
            faults.addAll(frame.faults(browser, "governance", "governance-gone"));

            assertThat(faults).isEmpty();
        }
    }
}
