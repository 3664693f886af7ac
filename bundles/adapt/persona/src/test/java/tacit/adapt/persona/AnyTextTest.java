package tacit.adapt.persona;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.adapt.MessageLimit;
import tacit.api.adapt.MessageLimit.Measure;

/** Whatever an agent writes: no message is too long, and nothing is lost. */
class AnyTextTest {

    private static final List<String> BRICKS = List.of(
            "word",
            "naïve",
            "日本語",
            "👩‍👩‍👧‍👦",
            "https://example.org/a/b?c=d",
            "`code here`",
            "`",
            "**bold**",
            " ",
            " ",
            " ",
            "\n",
            "\n\n",
            ". ",
            "  - ",
            "\t",
            "\r\n",
            "```\n",
            "\n```java\n",
            "\n~~~\n",
            "x".repeat(70),
            "e\u0301",
            "\u200d");

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyMessageFitsAndNothingIsLost(Measure measure) {
        Random random = new Random(4711);
        for (int round = 0; round < 1_000; round++) {
            int least = measure == Measure.WEIGHTED ? 60 : MessageLimit.LEAST;
            MessageLimit limit = new MessageLimit(least + random.nextInt(120), measure);
            String text = random.ints(random.nextInt(60), 0, BRICKS.size())
                    .mapToObj(BRICKS::get)
                    .collect(Collectors.joining());

            List<String> messages = Messages.of(text, limit);

            assertThat(messages).isNotEmpty().isEqualTo(Messages.of(text, limit));
            assertThat(messages).allSatisfy(message -> {
                assertThat(Lengths.fits(message, limit))
                        .as("%s of %s", message, text)
                        .isTrue();
                assertThat(isWhole(message)).isTrue();
            });
            assertThat(bare(String.join("", messages))).isEqualTo(bare(text));
        }
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void aLongTextIsNoTrouble(Measure measure) {
        MessageLimit limit = new MessageLimit(500, measure);

        for (String brick : List.of("a", "ab ", "`", "`a `", "```\n", "\n", "日", ". ")) {
            String text = brick.repeat(60_000 / brick.length());
            assertThat(bare(String.join("", Messages.of(text, limit)))).isEqualTo(bare(text));
        }
    }

    private static boolean isWhole(String message) {
        return message.equals(new String(message.getBytes(UTF_8), UTF_8));
    }

    /** Without space and without fences, which are opened and closed again. */
    private static String bare(String text) {
        return text.replaceAll("[\\s`~]+|java", "");
    }
}
