package tacit.memory.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void keepsAShortTextWhole() {
        assertThat(Parts.of("copper bay")).containsExactly("copper bay");
        assertThat(Parts.of("")).isEmpty();
    }

    @Test
    void cutsALongTextBetweenWordsAndLosesNothing() {
        String text = "lorem ipsum ".repeat(20_000);

        List<String> parts = Parts.of(text);

        assertThat(parts).hasSizeGreaterThan(3).allMatch(part -> part.length() <= 60_001);
        assertThat(parts).allMatch(part -> part.startsWith("lorem") || part.startsWith("ipsum"));
        assertThat(String.join("", parts)).isEqualTo(text);
    }

    @Test
    void cutsAWordThatIsTooLongAndNoLetter() {
        String text = "x" + "\uD83D\uDE00".repeat(50_000);

        List<String> parts = Parts.of(text);

        assertThat(String.join("", parts)).isEqualTo(text);
        assertThat(parts).noneMatch(part -> Character.isHighSurrogate(part.charAt(part.length() - 1)));
    }

    @Test
    void replacesASecretBeforeItIsCut() {
        String key = "-----BEGIN PRIVATE KEY----- " + "QUJDREVG ".repeat(9_000) + "-----END PRIVATE KEY-----";

        assertThat(String.join("", Parts.of("x ".repeat(29_990) + key)))
                .contains("[REDACTED_PRIVATE_KEY]")
                .doesNotContain("QUJDREVG");
    }

    @Test
    void beginsWithoutHalfALetter() {
        assertThat(Parts.begin("ab\uD83D\uDE00c", 3)).isEqualTo("ab");
        assertThat(Parts.begin("abc", 3)).isEqualTo("abc");
    }
}
