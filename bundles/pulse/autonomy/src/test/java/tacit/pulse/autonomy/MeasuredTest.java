package tacit.pulse.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;

class MeasuredTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final LayeredPolicy policy = new LayeredPolicy();

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "8, 0, 0.6756", "20, 0, 0.8389", "10, 1, 0.6226", "9, 1, 0.5958", "1, 1, 0.0945"})
    void boundsTheShareOfSuccesses(int successes, int failures, double bound) {
        assertThat(Measured.lowerBound(successes, failures)).isCloseTo(bound, within(0.0002));
    }

    @ParameterizedTest
    @CsvSource({"7, ASKED", "8, TOLD", "19, TOLD", "20, FREE", "200, FREE"})
    void au24GoesUpByWhatWentWell(int successes, Level level) {
        assertThat(after(none(), successes).level()).isEqualTo(level);
    }

    @Test
    void au25LosesALevelAtOnceAndFindsTheWayBackLonger() {
        EarnedAutonomy free = after(none(), 20);
        EarnedAutonomy told = policy.measure(free, false, START);
        EarnedAutonomy asked = policy.measure(told, false, START);

        assertThat(told.level()).isEqualTo(Level.TOLD);
        assertThat(told.reason()).isEqualTo("It failed");
        assertThat(told.changedAt()).isEqualTo(START);
        assertThat(asked.level()).isEqualTo(Level.ASKED);
        assertThat(after(told, 20).level()).isEqualTo(Level.TOLD);
        assertThat(needed(told, Level.FREE)).isEqualTo(24);
        assertThat(needed(asked, Level.TOLD)).isEqualTo(10);
    }

    @Test
    void earnsNothingWithoutEnoughSuccess() {
        EarnedAutonomy now = none();
        for (int i = 0; i < 100; i++) {
            now = policy.measure(now, i % 2 == 0, START);
        }

        assertThat(now.level()).isEqualTo(Level.ASKED);
        assertThat(now.successes()).isEqualTo(50);
        assertThat(now.changedAt()).isNull();
    }

    @Test
    void simulatedWorkersRiseFallAndRiseAgain() {
        Random random = new Random(7);
        EarnedAutonomy now = none();
        List<Level> levels = new ArrayList<>();
        for (int day = 0; day < 300; day++) {
            double share = day < 100 || day >= 150 ? 1.0 : 0.4;
            now = policy.measure(now, random.nextDouble() < share, START.plus(Duration.ofDays(day)));
            levels.add(now.level());
        }

        assertThat(levels.get(99)).isEqualTo(Level.FREE);
        assertThat(levels.subList(110, 150)).containsOnly(Level.ASKED);
        assertThat(levels.get(299)).isEqualTo(Level.FREE);
        assertThat(changes(levels)).isBetween(4, 8);
    }

    @Test
    void neverFreesWhoFailsOnceInFive() {
        Random random = new Random(11);
        int free = 0;
        for (int worker = 0; worker < 200; worker++) {
            EarnedAutonomy now = none();
            for (int i = 0; i < 100; i++) {
                now = policy.measure(now, random.nextDouble() < 0.8, START);
            }
            free += now.level() == Level.FREE ? 1 : 0;
        }

        assertThat(free).isLessThan(10);
    }

    private static int changes(List<Level> levels) {
        int changes = 0;
        for (int i = 1; i < levels.size(); i++) {
            changes += levels.get(i) == levels.get(i - 1) ? 0 : 1;
        }
        return changes;
    }

    private int needed(EarnedAutonomy from, Level level) {
        EarnedAutonomy now = from;
        int needed = 0;
        while (now.level() != level) {
            now = policy.measure(now, true, START);
            needed++;
        }
        return needed;
    }

    private EarnedAutonomy after(EarnedAutonomy from, int successes) {
        EarnedAutonomy now = from;
        for (int i = 0; i < successes; i++) {
            now = policy.measure(now, true, START);
        }
        return now;
    }

    private static EarnedAutonomy none() {
        return EarnedAutonomy.none("p1", "workspace:w1", "dispatch_task");
    }
}
