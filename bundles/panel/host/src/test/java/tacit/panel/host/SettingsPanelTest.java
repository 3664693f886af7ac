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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.adapt.SettingSource;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class SettingsPanelTest {

    private final ListSettings settings = new ListSettings();
    private final SettingsPanel panel = new SettingsPanel();

    @BeforeEach
    void offer() {
        panel.settings = settings;
    }

    private static Looked naming(String pid, String key, String value) {
        return Looked.at().with(Map.of("pid", pid, "key", key, "value", value, "reason", "tried"));
    }

    private static List<?> rows(tacit.api.page.Page page) {
        return (List<?>) page.values().getOrDefault("rows", List.of());
    }

    @Test
    void changesASwappablePartByAGeneration() {
        assertThat(panel.act(naming(ListSettings.GUARD, "confidence", "0.9"), "change")
                        .message())
                .isEqualTo("'confidence' is changed, with a new generation");

        assertThat(settings.of(ListSettings.GUARD, "confidence").value()).isEqualTo("0.9");
        assertThat(settings.changes).singleElement().satisfies(change -> {
            assertThat(change.by()).isEqualTo("ada");
            assertThat(change.reason()).isEqualTo("tried");
        });
    }

    @Test
    void saysWhenAPartOfTheHostTakesItAndGoesBackToTheDefault() {
        assertThat(panel.act(naming(ListSettings.MAIL, "greeting", "Hello"), "change")
                        .message())
                .endsWith("holds from the next start of the host on");
        assertThat(panel.act(naming(ListSettings.MAIL, "greeting", ""), "reset").message())
                .startsWith("'greeting' is back at its default");

        assertThat(settings.of(ListSettings.MAIL, "greeting").source()).isEqualTo(SettingSource.DEFAULT);
    }

    @Test
    void setsATextToNothing() {
        Looked empty = Looked.at().with(Map.of("pid", ListSettings.MAIL, "key", "greeting", "empty", "true"));

        panel.act(empty, "change");

        assertThat(settings.of(ListSettings.MAIL, "greeting").value()).isEmpty();
    }

    @Test
    void neverSaysASecret() {
        tacit.api.page.Done done = panel.act(naming(ListSettings.MAIL, "password", "s3cret-word"), "change");

        assertThat(done.message()).doesNotContain("s3cret-word");
        assertThat(panel.show(Looked.at(ListSettings.MAIL, "password")).values().get("value"))
                .isEqualTo("(secret)");
    }

    @ParameterizedTest
    @CsvSource({"confidence, 7, 400", "confidence, broken, 400", "mode, broken, 409", "nothing, x, 400"})
    void saysWhyAValueIsRefused(String key, String value, int status) {
        assertThatThrownBy(() -> panel.act(naming(ListSettings.GUARD, key, value), "change"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
        assertThat(settings.changes).isEmpty();
    }

    @Test
    void belongsToOperatorsOfTheWholeHost() {
        Principal other = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));
        Principal user = new Principal("bob", AccessRole.OPERATOR, new Scope("default", "bob"));

        for (Principal who : List.of(other, user)) {
            assertThatThrownBy(() -> panel.show(Looked.at().by(who))).hasMessageContaining("whole host");
            assertThatThrownBy(() -> panel.act(
                            naming(ListSettings.GUARD, "confidence", "0.9").by(who), "change"))
                    .hasMessageContaining("whole host");
        }
        assertThat(panel.role()).isEqualTo(AccessRole.OPERATOR);
        assertThat(settings.changes).isEmpty();
    }

    @Test
    void findsSettingsByTheirWordsAndThoseThatAreOtherwise() {
        assertThat(rows(panel.show(Looked.at()))).hasSize(2);
        assertThat(rows(panel.show(Looked.at().with(Map.of("q", "GREETING"))))).hasSize(1);
        assertThat(rows(panel.show(Looked.at().with(Map.of("changed", "true")))))
                .hasSize(1);
        assertThat(rows(panel.show(Looked.at().with(Map.of("q", "no such thing")))))
                .isEmpty();
    }

    @Test
    void knowsNothingElse() {
        for (Looked where : List.of(Looked.at("none"), Looked.at(ListSettings.GUARD, "none"))) {
            assertThatThrownBy(() -> panel.show(where))
                    .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                            .isEqualTo(404));
        }
        assertThatThrownBy(() -> panel.act(Looked.at(), "burn")).hasMessageContaining("burn");
        assertThatThrownBy(() -> panel.act(Looked.at().with(Map.of("pid", "p")), "change"))
                .hasMessageContaining("'value'");
        panel.settings = null;
        assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
        assertThatThrownBy(() -> panel.act(naming(ListSettings.GUARD, "confidence", "0.9"), "change"))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(503));
    }

    @Test
    void showsEveryPageAndChangesByClicking() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "settings", "settings"));
            faults.addAll(frame.faults(browser, "settings/" + ListSettings.GUARD, "settings-component"));
            Page page = frame.open(browser, "operator-token", "settings", 1280, false);
            Clicks.follow(page, ListSettings.MAIL);
            assertThat(page.locator("main")).containsText(Attack.TEXT);
            Clicks.follow(page, "Greeting");
            assertThat(page.getByLabel("New value")).hasValue(Attack.TEXT);
            assertThat(page.locator("main img, main script").count()).isZero();

            page.navigate(frame.uri() + "/mission/settings/" + ListSettings.GUARD);
            Clicks.confirm(page, "Turn off");
            assertThat(page.locator(".said.good")).hasText("'enabled' is changed, with a new generation");
            assertThat(settings.of(ListSettings.GUARD, "enabled").value()).isEqualTo("false");

            Clicks.follow(page, "Confidence");
            page.getByLabel("New value").fill("7");
            page.getByLabel("Why").fill(Attack.TEXT);
            Clicks.confirm(page, "Change");
            assertThat(page.locator(".said.bad")).hasText("confidence must be in [0, 1]");
            assertThat(page.getByLabel("New value")).hasValue("7");
            page.getByLabel("New value").fill("0.75");
            Clicks.confirm(page, "Change");
            assertThat(page.locator(".said.good")).containsText("'confidence' is changed");
            assertThat(page.locator("main")).containsText(Attack.TEXT);
            Clicks.confirm(page, "Back to the default");
            assertThat(page.locator(".said.good")).containsText("back at its default");
            assertThat(settings.of(ListSettings.GUARD, "confidence").value()).isEqualTo("0.6");
            faults.addAll(frame.faults(browser, "settings/" + ListSettings.GUARD + "/confidence", "setting"));
            faults.addAll(frame.faults(browser, "settings?changed=true", "settings-changed"));
            panel.settings = null;
            faults.addAll(frame.faults(browser, "settings", "settings-gone"));

            // The refusal above is an answer of 400, which browsers note
            faults.removeIf(fault -> fault.contains("400 (Bad Request)"));
            assertThat(faults).isEmpty();
        }
    }
}
