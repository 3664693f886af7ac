package tacit.panel.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.MessageLimit;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleSetting;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class PersonaPanelTest {

    private People people;

    @BeforeEach
    void open(@TempDir Path folder) {
        people = new People(folder);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private Map<String, Object> shown(Looked looked) {
        return people.personaPanel.show(looked).values();
    }

    private void own(String theme) {
        people.persona.keepProfile(
                Scope.DEFAULT_WORKSPACE,
                "hen-house",
                new ChannelProfile(
                        "hen-house",
                        "Hen House",
                        ChannelProfile.Length.SHORTER,
                        true,
                        false,
                        false,
                        theme,
                        MessageLimit.ofCharacters(160)));
    }

    @Test
    void listsBuiltInChannelsAndThoseThatSpokeForThemselves() {
        people.whole();
        own("Count eggs before anything else.");

        List<?> rows = (List<?>) shown(Looked.at()).get("rows");
        assertThat(rows).hasSize(people.persona.supportedChannels().size() + 1);
        assertThat(rows.toString()).contains("Count eggs").contains("whose=own");
        Principal eve = new Principal("eve", AccessRole.READER, Scope.ofWorkspace("elsewhere"));
        assertThat(shown(Looked.at().by(eve)).get("rows").toString()).doesNotContain("Count eggs");
    }

    @Test
    void showsAnAnswerAsTheMessagesThatItMakes() {
        people.whole();
        own("");

        Map<String, Object> values = shown(Looked.at("hen-house").with(Map.of("text", "All is well. ".repeat(30))));

        assertThat((List<?>) values.get("parts")).hasSizeGreaterThan(2).allSatisfy(part -> assertThat((String) part)
                .hasSizeLessThanOrEqualTo(160));
        assertThat((Integer) shown(Looked.at("hen-house")).get("count")).isGreaterThan(1);
    }

    @Test
    void setsTheStyleOfAUserOnAChannelBesideElsewhere() {
        people.whole();
        people.style.set(
                new Scope("default", "ada"),
                "slack",
                List.of(new StyleSetting(StyleDimension.RESPONSE_LENGTH, "terse")),
                List.of("1"));

        Map<String, Object> values = shown(Looked.at("slack").with(Map.of("user", "ada")));

        assertThat(values).containsEntry("styled", true);
        assertThat(values.get("levels").toString()).contains("here=terse");
        assertThat(values.get("here")).isNotEqualTo(values.get("elsewhere"));
    }

    @Test
    void saysWhatIsMissingOrUnknown() {
        assertThat(shown(Looked.at())).containsEntry("known", false);
        people.whole();
        people.personaPanel.style = null;
        assertThat(shown(Looked.at("slack"))).containsEntry("styled", false);
        assertThatThrownBy(() -> shown(Looked.at("nowhere")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(404));
        Principal bob = new Principal("bob", AccessRole.READER, new Scope("default", "bob"));
        assertThatThrownBy(() ->
                        shown(Looked.at("slack").with(Map.of("user", "ada")).by(bob)))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(403));
    }

    @Test
    void showsChannelsSoThatAllCanReadThem() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(people.personaPanel);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "persona", "persona-empty"));
            people.whole();
            own(People.ATTACK);
            faults.addAll(frame.faults(browser, "persona", "persona"));
            faults.addAll(frame.faults(browser, "persona/slack?user=ada", "persona-one"));
            Page page = frame.open(browser, "reader-token", "persona", 1280, false);
            assertThat(page.locator("main")).containsText(People.ATTACK);
            page.navigate(frame.uri() + "/mission/persona/hen-house");
            page.getByLabel("Answer").fill(People.ATTACK);
            assertThat(page.locator("main pre").last()).isVisible();
            assertThat(page.locator("main .columns")).containsText("alert(2)");
            assertThat(page.locator("main img, main script").count()).isZero();

            assertThat(faults).isEmpty();
            assertThat(browser.errors()).isEmpty();
        }
    }
}
