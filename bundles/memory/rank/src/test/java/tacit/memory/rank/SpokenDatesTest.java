package tacit.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpokenDatesTest {

    /** A Friday. */
    private static final LocalDate SAID = LocalDate.of(2026, 3, 20);

    @ParameterizedTest
    @CsvSource({
        "We arrived on 2026-02-03, 2026-02-03",
        "It was on 5 May 2025, 2025-05-05",
        "on the 5th of May, 2026-05-05",
        "on March 3rd 2024, 2024-03-03",
        "around Dec 24, 2025-12-24",
        "I saw her yesterday, 2026-03-19",
        "it rained last night, 2026-03-19",
        "we leave tomorrow, 2026-03-21",
        "I am tired today, 2026-03-20",
        "we met last Monday, 2026-03-16",
        "see you next Sunday, 2026-03-22",
        "two days ago, 2026-03-18"
    })
    void readsADay(String text, LocalDate day) {
        assertThat(SpokenDates.in(text, SAID)).containsExactly(Days.of(day));
    }

    @ParameterizedTest
    @CsvSource({
        "last week, 2026-03-09, 2026-03-15",
        "this week, 2026-03-16, 2026-03-22",
        "last weekend, 2026-03-14, 2026-03-15",
        "next month, 2026-04-01, 2026-04-30",
        "last year, 2025-01-01, 2025-12-31",
        "last summer, 2025-06-01, 2025-08-31",
        "three weeks ago, 2026-02-24, 2026-03-02",
        "a couple of months ago, 2026-01-01, 2026-01-31",
        "in June, 2026-06-01, 2026-06-30",
        "back in 2019, 2019-01-01, 2019-12-31",
        "July 2024, 2024-07-01, 2024-07-31"
    })
    void readsSeveralDays(String text, LocalDate first, LocalDate last) {
        assertThat(SpokenDates.in(text, SAID)).containsExactly(new Days(first, last));
    }

    @ParameterizedTest
    @CsvSource({"on 31 June 2025", "on 2026-13-40", "I may go to the march", "my last weak tea", "32 cookies"})
    void readsNoDayWhereNoneIsNamed(String text) {
        assertThat(SpokenDates.in(text, SAID)).isEmpty();
    }

    @Test
    void takesTheNearestYearForADateWithoutOne() {
        LocalDate january = LocalDate.of(2026, 1, 10);

        assertThat(SpokenDates.dates("on 24 December", january)).containsExactly(Days.of(LocalDate.of(2025, 12, 24)));
    }

    @Test
    void countsTheDaysBetween() {
        Days march = Days.month(2026, 3);

        assertThat(march.gap(Days.of(LocalDate.of(2026, 4, 3)))).isEqualTo(3);
        assertThat(Days.of(LocalDate.of(2026, 4, 3)).gap(march)).isEqualTo(3);
        assertThat(march.gap(Days.year(2026))).isZero();
    }
}
