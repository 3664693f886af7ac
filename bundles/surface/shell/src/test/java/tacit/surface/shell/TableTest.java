package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    @Test
    void putsNumbersToTheRightAndTextToTheLeft() {
        Rows rows =
                new Rows(List.of(Rows.row("name", "a", "count", 1L), Rows.row("name", "bcd", "count", 1234L)), 0, 2);

        assertThat(new Table(40).lines(rows)).startsWith("name  count", "a         1", "bcd   1,234");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void fitsEveryWidth(int width) {
        Rows rows = rows(1, Rows.row("id", "x".repeat(70), "n", 5L, "text", "word ".repeat(60)));

        assertThat(new Table(width).lines(rows)).allMatch(line -> line.length() <= width);
    }

    @Test
    void cutsTheWidestTextFirst() {
        Rows rows = rows(1, Rows.row("id", "short", "text", "y".repeat(100)));

        assertThat(new Table(40).lines(rows).get(1)).startsWith("short  yyy").endsWith("…");
    }

    @Test
    void keepsAnIdWholeWhileOtherTextCanBeCut() {
        String id = "0123456789abcdef0123456789abcdef";
        Rows rows = rows(1, Rows.row("trace", id, "text", "short words, many of them", "more", "z".repeat(30)));

        assertThat(new Table(60).lines(rows).get(1)).startsWith(id).hasSizeLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 200})
    void keepsTheLongestRoleWholeWhereTheTerminalIsWideEnough(int width) {
        String role = "memory-source/conversation-summaries";
        Rows rows = rows(
                1,
                Rows.row(
                        "role",
                        role,
                        "bundle",
                        "tacit.memory.conversation.summaries",
                        "version",
                        "1.0.0.202603011200",
                        "calls",
                        12_345L,
                        "p99",
                        "1,234.5 us"));

        List<String> lines = new Table(width).lines(rows);

        assertThat(lines).allMatch(line -> line.length() <= width);
        assertThat(lines.get(1)).startsWith(role + "  ");
    }

    @Test
    void cutsARoleWhereEvenTheRoleAloneIsTooLong() {
        Rows rows = rows(1, Rows.row("role", "memory-source/" + "x".repeat(60), "calls", 5L));

        assertThat(new Table(40).lines(rows).get(1)).hasSize(40).contains("…  ");
    }

    @Test
    void keepsALineOnOneLine() {
        assertThat(new Table(80)
                        .lines(rows(1, Rows.row("text", "one\ntwo\t three")))
                        .get(1))
                .isEqualTo("one two three");
    }

    @Test
    void saysHowToSeeMore() {
        assertThat(new Table(80).lines(rows(5000, Rows.row("id", "a"))))
                .last()
                .isEqualTo("1 to 1 of 5,000; more with --offset 1");
    }

    @Test
    void saysThatNothingWasFound() {
        assertThat(new Table(80).lines(new Rows(List.of(), 0, 0))).containsExactly("Nothing found");
    }

    @Test
    void writesTimesDurationsAndNothing() {
        Rows rows = rows(
                1,
                Rows.row(
                        "at",
                        Instant.parse("2026-01-01T10:00:00.123Z"),
                        "took",
                        Duration.ofMillis(1500),
                        "none",
                        null));

        assertThat(new Table(80).lines(rows).get(1)).isEqualTo("2026-01-01T10:00:00Z  1.5 s");
    }

    private static Rows rows(long total, Map<String, Object> first) {
        return new Rows(new ArrayList<>(List.of(first)), 0, total);
    }
}
