package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.records.SqlStateStore;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class LeaseTest {

    private static final Duration NEARLY = Lease.TERM.minusSeconds(1);

    private final MovingClock clock = new MovingClock();
    private Lease one;
    private Lease other;

    @BeforeEach
    void open(Database database) {
        SqlStateStore store = new SqlStateStore(database, new PatternRedactor(), clock);
        one = new Lease(store, clock);
        other = new Lease(store, clock);
    }

    @Test
    void isOfOneHostAtATime() {
        assertThat(one.holds("w")).isTrue();

        assertThat(other.holds("w")).isFalse();
        assertThat(one.holds("w")).isTrue();
        assertThat(other.isElsewhere("w")).isTrue();
        assertThat(one.isElsewhere("w")).isFalse();
    }

    @Test
    void isOfEachWorkspace() {
        assertThat(one.holds("w")).isTrue();

        assertThat(other.holds("elsewhere")).isTrue();
        assertThat(one.isElsewhere("nowhere")).isFalse();
    }

    @Test
    void lastsAsLongAsItsHostSaysSo() {
        one.holds("w");
        for (int renewal = 0; renewal < 5; renewal++) {
            clock.pass(NEARLY);
            assertThat(one.holds("w")).isTrue();
            assertThat(other.holds("w")).isFalse();
        }
    }

    @Test
    void goesToAnotherHostWhenItsOwnSaysNothing() {
        one.holds("w");
        clock.pass(Lease.TERM);

        assertThat(other.holds("w")).isTrue();
        assertThat(one.holds("w")).isFalse();
    }

    @Test
    void goesToAnotherHostAtOnceWhenItsOwnStops() {
        one.holds("w");

        other.release("w");
        assertThat(other.holds("w")).as("it is not the other's to release").isFalse();
        one.release("w");

        assertThat(other.holds("w")).isTrue();
    }
}
