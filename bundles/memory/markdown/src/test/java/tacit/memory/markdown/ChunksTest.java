package tacit.memory.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.memory.markdown.Chunks.Chunk;

class ChunksTest {

    /** So many lines, each of which tells its number and has so many characters. */
    private static String lines(int count, int length) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> ("line " + number + " ").repeat(length).substring(0, length))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void md01CutsANoteOfFifteenLines() {
        List<Chunk> chunks = Chunks.of("# Plan\n\n" + lines(13, 40));

        assertThat(chunks).isNotEmpty().allSatisfy(chunk -> {
            assertThat(chunk.start()).isGreaterThanOrEqualTo(1);
            assertThat(chunk.end()).isBetween(chunk.start(), 15);
            assertThat(chunk.text()).isNotBlank();
        });
    }

    @Test
    void beginsEachPieceTwoLinesBeforeTheEndOfTheOneBefore() {
        List<Chunk> chunks = Chunks.of(lines(30, 99));

        assertThat(chunks).extracting(Chunk::start).containsExactly(1, 7, 13, 19, 25);
        assertThat(chunks).extracting(Chunk::end).containsExactly(8, 14, 20, 26, 30);
    }

    @Test
    void cutsAtABlankLineOrAHeadingOnceAPieceIsLongEnough() {
        String note = lines(3, 99) + "\n# Next\n" + lines(2, 99);

        assertThat(Chunks.of(note)).extracting(Chunk::end).containsExactly(3, 6);
        assertThat(Chunks.of(note.replace("# Next", ""))).extracting(Chunk::end).containsExactly(3, 6);
        assertThat(Chunks.of(note.replace("# Next", "Next")))
                .extracting(Chunk::end)
                .containsExactly(6);
    }

    @Test
    void leavesAShortNoteWhole() {
        assertThat(Chunks.of("# A\n\nb\n\n## C\nd\n")).containsExactly(new Chunk(1, 6, "# A\n\nb\n\n## C\nd"));
    }

    @Test
    void cutsALineThatIsLongerThanAPiece() {
        List<Chunk> chunks = Chunks.of("short\n" + "🎉".repeat(2_000) + "\nlast");

        assertThat(chunks).hasSizeGreaterThan(2).allSatisfy(chunk -> assertThat(chunk.text())
                .hasSizeLessThan(2_500));
        assertThat(chunks.get(1).start()).isBetween(1, 2);
        assertThat(chunks.get(chunks.size() - 1).end()).isEqualTo(3);
        assertThat(chunks)
                .noneMatch(chunk -> Character.isLowSurrogate(chunk.text().charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \n\t\r\n\n"})
    void makesNothingOfNothing(String note) {
        assertThat(Chunks.of(note)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void countsLinesHoweverTheyEnd(String end) {
        assertThat(Chunks.of("a" + end + end + "c" + end)).containsExactly(new Chunk(1, 3, "a\n\nc"));
    }

    @Test
    void losesNoLine() {
        String note = lines(200, 61);
        List<Chunk> chunks = Chunks.of(note);

        for (int number = 1; number <= 200; number++) {
            int line = number;
            assertThat(chunks).anyMatch(chunk -> chunk.start() <= line && line <= chunk.end());
        }
    }
}
