package tacit.learn.proposers.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    private static SettingRange range(String type, double min, double max) {
        return new SettingRange("p", "k", type, null, min, max, List.of());
    }

    private static List<String> of(SettingRange range, @Nullable String now, Set<String> refused, int most) {
        return new Values(range, now, new Past(refused, 0)).of(most, 7);
    }

    @Test
    void triesSmallAndLargeChangesAndBothEnds() {
        List<String> values = of(range("Integer", 0, 50), "5", Set.of(), 8);

        assertThat(values)
                .startsWith("7", "3", "11", "0", "22", "50")
                .hasSize(8)
                .doesNotHaveDuplicates();
        assertThat(values).doesNotContain("5");
    }

    @Test
    void staysInTheRangeAndHasFewDigits() {
        List<String> values = of(range("Double", 0, 1), "0.72", Set.of(), 40);

        assertThat(values).hasSize(40).allSatisfy(value -> {
            assertThat(Double.parseDouble(value)).isBetween(0.0, 1.0);
            assertThat(value.length()).isLessThanOrEqualTo(8);
        });
    }

    @Test
    void searchesWideRangesByTheirOrdersOfMagnitude() {
        List<String> values = of(range("Integer", 10, 1_000_000), "100", Set.of(), 20);

        assertThat(values).filteredOn(value -> Integer.parseInt(value) < 1_000).hasSizeGreaterThan(4);
        assertThat(values).filteredOn(value -> Integer.parseInt(value) > 10_000).hasSizeGreaterThan(3);
    }

    @Test
    void givesTheSameForTheSameSeedAndOthersForAnother() {
        SettingRange range = range("Integer", 0, 100_000);
        Values values = new Values(range, "500", Past.NONE);

        assertThat(values.of(30, 1)).isEqualTo(values.of(30, 1)).isNotEqualTo(values.of(30, 2));
    }

    @Test
    void w10TriesNothingThatWasRefusedAndWhatIsNearItLast() {
        List<String> values = of(range("Integer", 0, 50), "5", Set.of("22.0"), 40);

        assertThat(values).doesNotContain("22");
        int firstNear = values.stream()
                .filter(value -> Math.abs(Integer.parseInt(value) - 22) <= 2)
                .mapToInt(values::indexOf)
                .min()
                .orElse(values.size());
        assertThat(values.subList(firstNear, values.size()))
                .allMatch(value -> Math.abs(Integer.parseInt(value) - 22) <= 2);
    }

    @Test
    void w10NeverTriesWhatStandsThere() {
        assertThat(of(range("Double", 0, 1), "0.50", Set.of(), 50)).doesNotContain("0.5", "0.50");
        SettingRange choice = new SettingRange("p", "k", "String", "a", null, null, List.of("a", "b", "c"));
        assertThat(of(choice, "a", Set.of("c"), 9)).containsExactly("b");
    }

    @Test
    void isNotEndlessWhereThereIsLittleToTry() {
        assertThat(of(range("Integer", 0, 2), "1", Set.of(), 50)).containsExactlyInAnyOrder("0", "2");
    }

    @ParameterizedTest
    @CsvSource({"5, 0.1", "50, 1", "0, 0", "51,", "x,", "-1,"})
    void knowsWhereANumberLies(String value, @Nullable Double position) {
        assertThat(range("Integer", 0, 50).position(value).orElse(null)).isEqualTo(position);
    }

    @Test
    void triesTheDirectionThatHelpedFirstButNotWhatIsNearToHarm() {
        List<String> values = new Values(range("Integer", 0, 50), "20", new Past(Set.of("30"), 1)).of(40, 7);

        List<Integer> numbers = values.stream().map(Integer::parseInt).toList();
        int below = numbers.indexOf(
                numbers.stream().filter(number -> number < 20).findFirst().orElseThrow());
        assertThat(numbers.subList(0, below)).isNotEmpty().allMatch(number -> number > 20);
        assertThat(numbers).doesNotContain(30).startsWith(22, 26);
        assertThat(numbers.subList(below, numbers.size()))
                .allMatch(number -> number < 20 || Math.abs(number - 30) <= 3);
    }

    @Test
    void triesWhatLiesBelowFirstWhereThatHelped() {
        List<String> values = new Values(range("Integer", 0, 50), "20", new Past(Set.of(), -1)).of(3, 7);

        assertThat(values).allMatch(value -> Integer.parseInt(value) < 20);
    }
}
