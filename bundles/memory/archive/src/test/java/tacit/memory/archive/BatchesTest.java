package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureRequest.Batching;
import tacit.api.memory.CaptureRequest.Place;
import tacit.api.memory.CaptureRequest.Priority;

class BatchesTest {

    private static final Instant NOW = Instant.ofEpochSecond(601);

    private static @Nullable String batch(
            ArchiveType type, @Nullable String task, ArchiveOrigin origin, Batching batching, String text, int tokens) {
        CaptureRequest request = Archives.request(type, task, text, false, origin, batching, Place.USUAL);
        return Batches.of(request, origin, text, tokens, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "DECISION,99,false",
        "DECISION,100,true",
        "OBSERVATION,299,false",
        "OBSERVATION,300,true",
        "INSIGHT,299,false",
        "SCREEN_CONTEXT,300,true",
        "SUMMARY,5000,false",
        "CORRECTION_RULE,5000,false"
    })
    void sumsUpWhatIsLongEnoughForItsType(ArchiveType type, int tokens, boolean worthIt) {
        assertThat(batch(type, "t", ArchiveOrigin.TASK, Batching.USUAL, "words", tokens) != null)
                .isEqualTo(worthIt);
    }

    @Test
    void leavesOutWhatMattersLittleOrMustNot() {
        Batching low = new Batching(true, Priority.LOW, null);
        Batching not = new Batching(false, Priority.HIGH, null);

        assertThat(batch(ArchiveType.DECISION, "t", ArchiveOrigin.TASK, low, "words", 500))
                .isNull();
        assertThat(batch(ArchiveType.DECISION, "t", ArchiveOrigin.TASK, not, "words", 500))
                .isNull();
    }

    @Test
    void takesAShortHeartbeatOnlyWhereItMatters() {
        Batching high = new Batching(true, Priority.HIGH, null);

        assertThat(batch(ArchiveType.DECISION, null, ArchiveOrigin.HEARTBEAT, Batching.USUAL, "words", 150))
                .isNull();
        assertThat(batch(ArchiveType.DECISION, null, ArchiveOrigin.HEARTBEAT, high, "words", 150))
                .isEqualTo("heartbeat:2");
    }

    @Test
    void namesABatchByKeyThenRunThenOriginAndTime() {
        Batching keyed = new Batching(true, null, " mine ");

        assertThat(batch(ArchiveType.ERROR, "t", ArchiveOrigin.TASK, keyed, "words", 500))
                .isEqualTo("mine");
        assertThat(batch(ArchiveType.ERROR, "t", ArchiveOrigin.TASK, Batching.USUAL, "words", 500))
                .isEqualTo("task:t");
        assertThat(batch(ArchiveType.ERROR, null, ArchiveOrigin.TOOL, Batching.USUAL, "words", 500))
                .isEqualTo("tool:2");
    }

    @Test
    void leavesOutObservationsThatAreOutputRatherThanWords() {
        String list = "x".repeat(80) + "\n- one\n- two\nthree";
        String values = "a: 1 b: 2 c: 3\nd: 4 e: 5 f: 6\n" + "x".repeat(80);

        for (String text : new String[] {"```\ncode\n```", list, values, " "}) {
            assertThat(batch(ArchiveType.OBSERVATION, "t", ArchiveOrigin.TASK, Batching.USUAL, text, 500))
                    .isNull();
            assertThat(batch(ArchiveType.ERROR, "t", ArchiveOrigin.TASK, Batching.USUAL, text, 500))
                    .isNotNull();
        }
    }

    @Test
    void cutsNoCharacterInTwo() {
        String text = "a".repeat(9) + "🎉" + "b";

        assertThat(Texts.cut(text, 10)).isEqualTo("a".repeat(9));
        assertThat(Texts.shortened("abcdefgh", 6)).isEqualTo("abc...");
        assertThat(Texts.summary("\n```java\n  two   words \nmore")).isEqualTo("two words");
    }
}
