package tacit.memory.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tacit.api.recall.Checkpoint.Structured;

class PointsTest {

    @Test
    void readsTheItemsBelowEachHeading() {
        Structured points = Points.of("snapshot", """
                We talked.
                - before any heading
                DECISIONS: of today
                - Leave at noon

                - Row
                open loops:
                no item
                - Who pays?
                Next actions:
                - Ask
                Key findings:
                - The bay is closed
                -
                """);

        assertThat(points.decisions()).containsExactly("Leave at noon", "Row");
        assertThat(points.openLoops()).containsExactly("Who pays?");
        assertThat(points.nextActions()).containsExactly("Ask");
        assertThat(points.keyFindings()).containsExactly("The bay is closed");
    }

    @Test
    void takesTheBeginOfATextWithoutPoints() {
        assertThat(Points.of("prompt", "x".repeat(500)).keyFindings()).containsExactly("x".repeat(400));
        assertThat(Points.of("prompt", " ").keyFindings()).isEmpty();
    }

    @Test
    void cutsNoLetterInTwo() {
        assertThat(Points.begin("ab\uD83D\uDE00", 3)).isEqualTo("ab");
    }
}
