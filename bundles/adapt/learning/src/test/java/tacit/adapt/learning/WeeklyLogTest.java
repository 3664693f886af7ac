package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.GivenFeedback.Decision;

class WeeklyLogTest {

    @Test
    void namesFilesByTheWeekOfIso() {
        assertThat(WeeklyLog.path(Instant.parse("2026-03-01T23:59:00Z")))
                .isEqualTo(".cowork/feedback/feedback-2026-W09.json");
        assertThat(WeeklyLog.path(Instant.parse("2027-01-03T12:00:00Z")))
                .isEqualTo(".cowork/feedback/feedback-2026-W53.json");
    }

    @Test
    void findsTheWeeksThatATimeReachesInto() {
        assertThat(WeeklyLog.pathsUntil(Given.NOON, Duration.ofDays(90)))
                .hasSize(13)
                .endsWith(".cowork/feedback/feedback-2026-W09.json");
    }

    @Test
    void readsBackWhatItWrote() {
        WeeklyLog log = new WeeklyLog(List.of(entry("f1", "a \"b\""), entry("f2", null)));

        assertThat(WeeklyLog.read(log.text())).isEqualTo(log);
        assertThat(log.has("f2")).isTrue();
        assertThat(log.has("f3")).isFalse();
    }

    @Test
    void keepsTheLastTwoThousand() {
        WeeklyLog log = new WeeklyLog(List.of());
        for (int i = 0; i < 2_001; i++) {
            log = log.with(entry("f" + i, null));
        }

        assertThat(log.entries()).hasSize(2_000);
        assertThat(log.has("f0")).isFalse();
        assertThat(log.has("f2000")).isTrue();
    }

    @Test
    void passesOverLinesOfOthersAndRefusesWhatIsNoLog() {
        assertThat(WeeklyLog.read("{\"entries\":[{\"id\":\"x\"}]}").entries()).isEmpty();
        assertThatThrownBy(() -> WeeklyLog.read("nonsense")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void dropsWhatRunsLeft() {
        WeeklyLog log = new WeeklyLog(List.of(entry("f1", "a")));

        assertThat(log.tellsOf(Set.of("t1"))).isTrue();
        assertThat(log.without(Set.of("t1")).entries()).isEmpty();
        assertThat(log.tellsOf(Set.of("t2"))).isFalse();
    }

    private static LogEntry entry(String id, @Nullable String reason) {
        return new LogEntry(id, Given.NOON, "t1", "coder", Decision.REJECTED, reason);
    }
}
