package tacit.adapt.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.adapt.MessageLimit;
import tacit.api.adapt.MessageLimit.Measure;

class MessagesTest {

    private static final String WAVE = "👋🏽";
    private static final String FAMILY = "👩‍👩‍👧‍👦";

    private static List<String> fit(String text, int most) {
        return Messages.of(text, MessageLimit.ofCharacters(most));
    }

    @ParameterizedTest
    @CsvSource({
        "slack, 4000", "whatsapp, 4096", "telegram, 4096", "discord, 2000", "twitch, 500", "line, 5000",
        "mattermost, 16383", "x, 280", "signal, 2000", "teams, 20000", "googlechat, 30000", "matrix, 30000"
    })
    void knowsTheLimitOfEachChannel(String channel, int most) {
        TablePersonaAdapter persona = Personas.usual();
        String text = "x ".repeat(most);

        assertThat(persona.fit(channel, "y".repeat(most), null)).hasSize(1);
        assertThat(persona.fit(channel, text, null)).hasSize(2).allMatch(part -> part.length() <= most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "imessage", "bluebubbles", "hen-house"})
    void leavesATextAsItIsWithoutALimit(String channel) {
        String text = "  word\n\n".repeat(50_000);

        assertThat(Personas.usual().fit(channel, text, null)).containsExactly(text);
        assertThat(Personas.usual().fit(null, text, null)).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "short", "exactly twenty-six letters"})
    void leavesATextAsItIsThatFits(String text) {
        assertThat(fit(text, 26)).containsExactly(text);
    }

    @Test
    void endsBetweenWords() {
        assertThat(fit("alpha beta gamma delta epsilon", 20)).containsExactly("alpha beta gamma", "delta epsilon");
    }

    @Test
    void prefersTheEndOfASentenceToAWordAndAParagraphToALine() {
        assertThat(fit("First of all. Then more of it", 20)).containsExactly("First of all.", "Then more of it");
        assertThat(fit("One two\nthree four\n\nfive six seven", 30))
                .containsExactly("One two\nthree four", "five six seven");
        assertThat(fit("One two three.\nFour five six seven", 26))
                .containsExactly("One two three.", "Four five six seven");
    }

    @Test
    void doesNotEndEarlyForTheSakeOfASentence() {
        assertThat(fit("No. But then a long one follows here", 30))
                .containsExactly("No. But then a long one", "follows here");
    }

    @Test
    void keepsALineWithItsIndentAndItsBullets() {
        assertThat(fit("- one\n  - two and more\n  - three and more", 24))
                .containsExactly("- one\n  - two and more", "  - three and more");
    }

    @Test
    void cutsAWordOnlyWhenItIsTooLongAlone() {
        String address = "https://example.org/" + "path/".repeat(10);
        List<String> parts = fit("See " + address + " for more", 30);

        assertThat(parts).allMatch(part -> part.length() <= 30);
        assertThat(String.join("", parts).replace(" ", "")).isEqualTo(("See" + address + "formore"));
    }

    @Test
    void neverCutsThroughACharacterThatPeopleSee() {
        List<String> parts = fit(FAMILY.repeat(3) + WAVE.repeat(9), 27);

        assertThat(parts).allMatch(part -> part.length() <= 27);
        assertThat(String.join("", parts)).isEqualTo(FAMILY.repeat(3) + WAVE.repeat(9));
        assertThat(parts)
                .allMatch(part -> part.replace(FAMILY, "").replace(WAVE, "").isEmpty());
    }

    @Test
    void cutsThroughTheMarksOfACharacterThatHasTooMany() {
        String towering = "e" + "\u0301".repeat(50);

        assertThat(fit(towering, 20)).hasSize(3).allMatch(part -> part.length() <= 20);
        assertThat(String.join("", fit(towering, 20))).isEqualTo(towering);
    }

    @Test
    void keepsABlockOfCodeWhole() {
        String code = "```java\nint a = 1;\nint b = 2;\n```";

        assertThat(fit("Do it like this, please:\n" + code + "\nand run it.", 45))
                .containsExactly("Do it like this, please:", code + "\nand run it.");
    }

    @Test
    void closesABlockThatIsTooLongAndOpensItAgain() {
        String code = "```sql\n" + "select a from b;\n".repeat(4) + "```";

        assertThat(fit(code + "\nDone.", 48))
                .containsExactly(
                        "```sql\nselect a from b;\nselect a from b;\n```",
                        "```sql\nselect a from b;\nselect a from b;\n```",
                        "Done.");
    }

    @Test
    void closesABlockThatNobodyClosed() {
        String code = "~~~\n" + "line of code\n".repeat(6);

        assertThat(fit(code, 40))
                .hasSize(3)
                .allSatisfy(part -> assertThat(part).startsWith("~~~\n").endsWith("\n~~~"));
    }

    @Test
    void opensABlockAgainWithoutItsTitleWhereThatIsTooLong() {
        String code = "```" + "title".repeat(5) + "\n" + "line\n".repeat(10) + "```";

        assertThat(fit(code, 40)).allMatch(part -> part.startsWith("```\n") && part.endsWith("\n```"));
    }

    @Test
    void readsFencesThatWouldFillAMessageAsWords() {
        String code = "`".repeat(30) + "\nline\n" + "`".repeat(30);

        assertThat(fit(code, 20)).allMatch(part -> part.length() <= 20);
        assertThat(String.join("", fit(code, 20)).replace("\n", "")).isEqualTo(code.replace("\n", ""));
    }

    @Test
    void keepsCodeWithinALineTogether() {
        assertThat(fit("Then call `git push --force` and wait", 27))
                .containsExactly("Then call", "`git push --force` and wait");
        assertThat(fit("It costs 5` of `what is\nthere, more words", 24)).allMatch(part -> part.length() <= 24);
    }

    @Test
    void countsBytesWhereTheChannelDoes() {
        List<String> parts = Messages.of("äöü ".repeat(20), MessageLimit.ofBytes(20));

        assertThat(parts).hasSize(7).allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= 20);
        assertThat(Lengths.of("a€😀é", MessageLimit.ofBytes(20))).isEqualTo(1 + 3 + 4 + 2);
    }

    @Test
    void countsAsXDoes() {
        MessageLimit x = new MessageLimit(280, Measure.WEIGHTED);

        assertThat(Lengths.of("a".repeat(280), x)).isEqualTo(280);
        assertThat(Lengths.of("日本語", x)).isEqualTo(6);
        assertThat(Lengths.of("’—", x)).isEqualTo(2);
        assertThat(Lengths.of("See https://a.org now", x)).isEqualTo(4 + 23 + 4);
        assertThat(Messages.of("日".repeat(141), x)).hasSize(2);
    }

    @Test
    void refusesALimitWithoutRoomForAnything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageLimit.ofBytes(19))
                .withMessage("most must be at least 20, got 19");
    }
}
