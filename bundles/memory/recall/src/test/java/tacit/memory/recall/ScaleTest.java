package tacit.memory.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "task, 1.0, 1.9300, 1.8775, 1.8250",
        "message, 0.95, 1.8660, 1.8135, 1.7610",
        "file, 0.9, 1.7880, 1.7355, 1.6830",
        "message, 0.7, 1.6160, 1.5635, 1.5110",
        "memory, 0.8, 1.6600, 1.6075, 1.5550",
        "workspace_note, 0.75, 1.6240, 1.5715, 1.5190",
        "screen_context, 0.77, 1.6230, 1.5705, 1.5180",
        "knowledge_graph, 0.7, 1.5460, 1.4935, 1.4410"
    })
    void ur02GivesThePrintedValues(String type, double base, double now, double halfWeek, double week) {
        assertThat(Scale.rank(type, base, NOW, NOW)).isEqualTo(now);
        assertThat(Scale.rank(type, base, NOW.minus(Duration.ofHours(84)), NOW)).isEqualTo(halfWeek);
        assertThat(Scale.rank(type, base, NOW.minus(Duration.ofDays(7)), NOW)).isEqualTo(week);
        assertThat(Scale.rank(type, base, NOW.minus(Duration.ofDays(700)), NOW)).isEqualTo(week);
    }

    @Test
    void whatIsToComeIsNoNewerThanNow() {
        assertThat(Scale.recency(NOW.plusSeconds(3600), NOW)).isEqualTo(1);
    }
}
