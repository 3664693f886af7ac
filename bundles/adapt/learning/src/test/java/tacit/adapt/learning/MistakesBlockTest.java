package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.GivenFeedback.Decision;

class MistakesBlockTest {

    private static final String BLOCK =
            MistakesBlock.BEGIN + "\n## Feedback Patterns\n\n- coder: wrong (2x)\n" + MistakesBlock.END;

    @Test
    void changesNothingOutsideItsMarks() {
        String before = "# Mistakes\n\nOwn words, cost $& more\n\n" + BLOCK + "\n\nMore\n";

        String after = MistakesBlock.in(before, List.of("coder: too_verbose $& (1x)"));

        assertThat(after)
                .startsWith("# Mistakes\n\nOwn words, cost $& more\n\n")
                .endsWith("\n\nMore\n")
                .contains("- coder: too_verbose $& (1x)")
                .doesNotContain("wrong (2x)");
    }

    @Test
    void beginsAFileAndAddsToOne() {
        assertThat(MistakesBlock.in("", List.of("coder: wrong (2x)"))).isEqualTo("# Mistakes\n\n" + BLOCK + "\n");
        assertThat(MistakesBlock.in("Mine", List.of("coder: wrong (2x)"))).isEqualTo("Mine\n\n" + BLOCK + "\n");
        assertThat(MistakesBlock.in("Mine", List.of())).isEqualTo("Mine");
    }

    @Test
    void letsNoPatternEndTheBlock() {
        String text = MistakesBlock.in("", List.of("a: " + MistakesBlock.END));

        assertThat(text.indexOf(MistakesBlock.END)).isEqualTo(text.lastIndexOf(MistakesBlock.END));
    }

    @Test
    void countsPatternsAndDropsThoseOfNinetyDaysAgo() {
        Patterns patterns = new Patterns(Given.NOON);
        patterns.add(entry(Given.NOON, "wrong"));
        patterns.add(entry(Given.NOON.minusSeconds(60), "wrong"));
        patterns.add(entry(Given.NOON.minus(Duration.ofDays(2)), "late"));
        patterns.add(entry(Given.NOON.minus(Duration.ofDays(91)), "old"));
        patterns.add(new LogEntry("f", Given.NOON, "t1", "coder", Decision.ACCEPTED, "good"));

        assertThat(patterns.lines()).containsExactly("coder: wrong (2x)", "coder: late (1x)");
    }

    @Test
    void keepsFiftyPatterns() {
        Patterns patterns = new Patterns(Given.NOON);
        for (int i = 0; i < 60; i++) {
            patterns.add(entry(Given.NOON.minusSeconds(i), "no " + i));
        }

        assertThat(patterns.lines()).hasSize(50).startsWith("coder: no 0 (1x)").doesNotContain("coder: no 50 (1x)");
    }

    private static LogEntry entry(Instant at, String reason) {
        return new LogEntry("f", at, "t1", "coder", Decision.REJECTED, reason);
    }
}
