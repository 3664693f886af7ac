package tacit.memory.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void takesATextApartOnce() {
        Readings readings = new Readings();

        Reading first = readings.of("The kites flew yesterday");

        assertThat(readings.of("The kites flew yesterday")).isSameAs(first);
        assertThat(first.terms())
                .containsExactly("the", "kite", "fly", "yesterday")
                .isSameAs(first.terms());
        assertThat(first.words()).containsExactlyInAnyOrder("the", "kite", "fly", "yesterday");
    }

    @Test
    void tellsDaysByTheDayOnWhichTheyAreSaid() {
        Reading reading = new Readings().of("It tore yesterday");

        assertThat(reading.told(MONDAY)).isEqualTo(List.of(Days.of(MONDAY.minusDays(1))));
        assertThat(reading.told(MONDAY.plusDays(7))).isEqualTo(List.of(Days.of(MONDAY.plusDays(6))));
    }

    @Test
    void forgetsThoseThatWereReadLongestAgo() {
        Readings readings = new Readings(2 * Readings.EACH + 10);
        Reading first = readings.of("four");
        readings.of("more");
        readings.of("four");

        readings.of("text");

        assertThat(readings.size()).isEqualTo(2);
        assertThat(readings.of("four")).isSameAs(first);
    }

    @Test
    void keepsNoTextThatIsLongerThanAllTogether() {
        Readings readings = new Readings(Readings.EACH + 10);

        assertThat(readings.of("a text of many letters").terms()).contains("letter");
        assertThat(readings.size()).isZero();
        readings.of("short");
        assertThat(readings.size()).isOne();
    }
}
