package tacit.pulse.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.loop.Lease.Hold;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class LeaseTest {

    private final MovingClock clock = new MovingClock();
    private Lease here;
    private Lease there;

    @BeforeEach
    void open(Database database) {
        PulseStore store = new PulseStore(database, new PatternRedactor(), clock);
        here = new Lease(store, clock);
        there = new Lease(store, clock);
    }

    @Test
    void isOneHostsAlone() {
        assertThat(here.hold()).isEqualTo(Hold.TAKEN);

        assertThat(there.hold()).isEqualTo(Hold.ELSEWHERE);
        assertThat(here.hold()).isEqualTo(Hold.KEPT);
    }

    @Test
    void goesToAnotherWhenItIsGivenUp() {
        here.hold();
        there.release();
        assertThat(there.hold()).as("it was not there to give").isEqualTo(Hold.ELSEWHERE);

        here.release();

        assertThat(there.hold()).isEqualTo(Hold.TAKEN);
        assertThat(here.hold()).isEqualTo(Hold.ELSEWHERE);
    }

    @Test
    void goesToAnotherWhenNothingIsSaidForTheTerm() {
        here.hold();

        clock.pass(Lease.TERM.minusMillis(1));
        assertThat(there.hold()).isEqualTo(Hold.ELSEWHERE);
        clock.pass(Duration.ofMillis(1));

        assertThat(there.hold()).isEqualTo(Hold.TAKEN);
        assertThat(here.hold()).isEqualTo(Hold.ELSEWHERE);
    }

    @Test
    void staysWhereItIsSaidAgain() {
        here.hold();
        for (int i = 0; i < 10; i++) {
            clock.pass(Lease.TERM.dividedBy(3));
            assertThat(here.hold()).isEqualTo(Hold.KEPT);
            assertThat(there.hold()).isEqualTo(Hold.ELSEWHERE);
        }
    }

    @Test
    void isKeptByAHostThatSleptWhileNobodyElseTookIt() {
        here.hold();
        clock.pass(Duration.ofHours(8));

        assertThat(here.hold()).isEqualTo(Hold.KEPT);
    }
}
