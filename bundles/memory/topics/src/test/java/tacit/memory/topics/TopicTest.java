package tacit.memory.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static Topic topic(Passage... passages) {
        return Topic.of("Ferry <!-- times", "memory", NOON, List.of(passages));
    }

    @Test
    void readsWhatItWrote() {
        Topic topic = topic(
                Passage.ofMemory("m1", "one\r\n\r\n<!-- from memory:m9 -->\n--> two"),
                Passage.ofNote(".cowork/a b.md", "# three\n- four"));

        assertThat(Topic.read(String.join("\n", topic.lines()))).contains(topic);
        assertThat(Topic.read(String.join("\r\n", topic.lines()))).contains(topic);
        assertThat(topic.memoryIds()).containsExactly("m1");
    }

    @Test
    void readsItsFieldsWhateverBlankLinesStandBetweenThem() {
        Topic topic = topic(Passage.ofMemory("m1", "one\n\ntwo"));

        assertThat(Topic.read(String.join("\n", topic.lines()).replaceAll("(?m)^(#|Topic:)", "\n\n$1")))
                .contains(topic);
    }

    @Test
    void isTheSameWhateverTheCaseOfItsTitle() {
        assertThat(Topic.of("Ferry\n Times", "memory", NOON, List.of()).id())
                .isEqualTo(Topic.of("ferry times", "memory", NOON, List.of()).id())
                .isNotEqualTo(Topic.of("ferry times", "a.md", NOON, List.of()).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# A\nSource: b",
                "# A\nSource: b\nTopic: c\nUpdated: yesterday",
                "A\nSource: b\nTopic: c\nUpdated: 2026-03-01T12:00:00Z"
            })
    void readsNothingFromWhatSomebodyChanged(String block) {
        assertThat(Topic.read(block)).isEmpty();
    }

    @Test
    void passesOverWordsThatComeFromNowhere() {
        String block = String.join("\n", topic().lines()) + "\nstray words\n<!-- from memory:m1 -->\nkept\n";

        assertThat(Topic.read(block).orElseThrow().passages()).containsExactly(Passage.ofMemory("m1", "kept"));
    }

    @Test
    void cutsNoLetterInTwo() {
        assertThat(Passage.ofMemory("m1", "x" + "🎉".repeat(400)).text())
                .hasSizeLessThanOrEqualTo(500)
                .endsWith("🎉…");
    }
}
