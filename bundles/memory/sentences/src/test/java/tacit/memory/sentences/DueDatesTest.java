package tacit.memory.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueDatesTest {

    private static final ZonedDateTime WEDNESDAY = ZonedDateTime.parse("2026-03-04T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "today, 2026-03-04T18:00:00Z",
        "tomorrow, 2026-03-05T10:00:00Z",
        "tomorrow at 9am, 2026-03-05T09:00:00Z",
        "this week, 2026-03-07T10:00:00Z",
        "next week, 2026-03-11T10:00:00Z",
        "in 3 days, 2026-03-07T10:00:00Z",
        "in drei Tagen, 2026-03-07T10:00:00Z",
        "dans deux semaines, 2026-03-18T10:00:00Z",
        "en 5 horas, 2026-03-04T15:00:00Z",
        "übermorgen, 2026-03-06T10:00:00Z",
        "pasado mañana, 2026-03-06T10:00:00Z",
        "by Friday 5pm, 2026-03-06T17:00:00Z",
        "bis Freitag um 9 Uhr, 2026-03-06T09:00:00Z",
        "vendredi 17h30, 2026-03-06T17:30:00Z",
        "by Wednesday, 2026-03-04T17:00:00Z",
        "by Wednesday 9am, 2026-03-11T09:00:00Z",
        "next Wednesday, 2026-03-11T17:00:00Z",
        "nächsten Montag, 2026-03-09T17:00:00Z",
        "on 2026-04-01, 2026-04-01T17:00:00Z",
        "bis zum 31.03.2026, 2026-03-31T17:00:00Z",
        "31. März, 2026-03-31T17:00:00Z",
        "March 31, 2026-03-31T17:00:00Z",
        "on 2 January, 2027-01-02T17:00:00Z"
    })
    void re06ReadsTimes(String text, Instant due) {
        assertThat(DueDates.in(text, WEDNESDAY)).contains(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "on 2026-13-40", "31.02.2026", "eventually", "in the garden"})
    void findsNoTimeWhereThereIsNone(String text) {
        assertThat(DueDates.in(text, WEDNESDAY)).isEmpty();
    }
}
