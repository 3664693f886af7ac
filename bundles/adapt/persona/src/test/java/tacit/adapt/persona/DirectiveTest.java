package tacit.adapt.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.ChannelProfile.Length;
import tacit.api.memory.Audience.Kind;

/** Every field of a profile, and what it changes. */
class DirectiveTest {

    private static String text(Length length, boolean structured, boolean emoji, boolean formal, String theme) {
        ChannelProfile profile =
                new ChannelProfile("hen-house", "Hen House", length, structured, emoji, formal, theme, null);
        return Directive.of(profile, Kind.PRIVATE).text();
    }

    @Test
    void saysHowLongAnAnswerMayBe() {
        assertThat(text(Length.SHORTER, true, true, true, ""))
                .contains("Be concise")
                .doesNotContain("thorough");
        assertThat(text(Length.LONGER, true, true, true, ""))
                .contains("thorough")
                .doesNotContain("concise");
        assertThat(text(Length.NORMAL, true, true, true, "")).doesNotContain("concise", "thorough");
    }

    @Test
    void saysWhetherFormattingShows() {
        assertThat(text(Length.NORMAL, true, true, true, "")).contains("Formatting shows here");
        assertThat(text(Length.NORMAL, false, true, true, "")).contains("Avoid heavy formatting");
    }

    @Test
    void leavesTheMeasureOfEmojiToTheStyleWhereTheyAreFine() {
        assertThat(text(Length.NORMAL, true, true, true, "")).contains("Emoji are fine here, unless the style");
        assertThat(text(Length.NORMAL, true, false, true, "")).contains("No emoji here, whatever the style");
    }

    @Test
    void saysWhetherThereIsAGreeting() {
        assertThat(text(Length.NORMAL, true, true, true, "")).contains("Begin with a greeting and end with a sign-off");
        assertThat(text(Length.NORMAL, true, true, false, "")).contains("no greeting, no sign-off");
    }

    @Test
    void saysTheThemeAndDoesWithoutOne() {
        assertThat(text(Length.NORMAL, true, true, true, "Count eggs."))
                .startsWith("## Channel\n- The answer goes out over Hen House. Count eggs.\n- ");
        assertThat(text(Length.NORMAL, true, true, true, ""))
                .startsWith("## Channel\n- The answer goes out over Hen House.\n- ");
    }

    @Test
    void saysWhoReadsBeforeAnythingElse() {
        Directive directive = Directive.of(Personas.HEN_HOUSE, Kind.GROUP);

        assertThat(directive.text())
                .startsWith("## Channel\n- Others in the group read this")
                .contains("\n- The answer goes out over Hen House.");
    }

    @Test
    void prefersWhatAChannelSaysOfItself() {
        ChannelProfile own = new ChannelProfile("slack", "Our Slack", Length.LONGER, false, false, true, "", null);
        TablePersonaAdapter persona = Personas.on();

        assertThat(persona.adaptForChannel("slack", Kind.PUBLIC, own))
                .contains("Everybody can see", "Our Slack", "thorough", "No emoji")
                .doesNotContain("bullets");
        assertThat(persona.channelProfile("slack", own)).contains(own);
        assertThat(persona.fit("slack", "word ".repeat(2_000), own)).hasSize(1);
        assertThat(persona.fit("slack", "word ".repeat(2_000), null)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Slack", "two words", "-x", "a/b", "ü"})
    void refusesANameThatIsNone(String channel) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChannelProfile(channel, "Some", Length.NORMAL, true, true, true, "", null))
                .withMessageStartingWith("channel must be 1 to 60");
    }

    @Test
    void refusesAThemeThatCouldLeaveItsLine() {
        for (String theme : List.of("One\n## Rules", "x".repeat(601))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> text(Length.NORMAL, true, true, true, theme))
                    .withMessage("theme must be one line of at most 600 characters");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChannelProfile("a", " ", Length.NORMAL, true, true, true, "", null))
                .withMessage("name must not be blank");
    }
}
