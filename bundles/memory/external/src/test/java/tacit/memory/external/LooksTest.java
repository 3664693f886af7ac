package tacit.memory.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.memory.external.Copies.State;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class LooksTest {

    private final MovingClock clock = new MovingClock();
    private Outside host;
    private Looks looks;

    @BeforeEach
    void open(Database database) {
        host = new Outside(database, clock, "off");
        looks = restarted();
    }

    private Looks restarted() {
        return new Looks(host.copies, host.store, clock);
    }

    @Test
    void leavesHereWhatWasThereBeforeTheFirstLook() {
        host.capture("Deploys run at night");
        clock.pass(Duration.ofSeconds(1));

        look();
        look();

        assertThat(found()).isZero();
    }

    @Test
    void findsAllThatIsNewHoweverMuchItIs() {
        look();
        for (int i = 0; i < 450; i++) {
            host.capture("Fact " + i);
        }
        clock.pass(Duration.ofSeconds(10));

        look();

        assertThat(found()).isEqualTo(450);
    }

    @Test
    void goesOnAfterARestartWhereItStopped() {
        look();
        host.capture("Deploys run at night");
        clock.pass(Duration.ofMinutes(9));
        looks = restarted();

        look();

        assertThat(found()).isEqualTo(1);
    }

    @Test
    void beginsAnewAfterALongTime() {
        look();
        host.capture("Deploys run at night");
        clock.pass(Duration.ofMinutes(11));
        looks = restarted();

        look();
        look();

        assertThat(found()).isZero();
    }

    @Test
    void beginsAnewAfterItWasOff() {
        look();
        looks.skip("far");
        looks.skip("far");
        host.capture("Deploys run at night");
        clock.pass(Duration.ofMinutes(2));
        looks = restarted();

        look();
        look();

        assertThat(found()).isZero();
    }

    @Test
    void looksAtItsOwnWorkspaceOnly() {
        looks.look("far", "elsewhere");
        host.capture("Deploys run at night");
        clock.pass(Duration.ofSeconds(10));

        looks.look("far", "elsewhere");

        assertThat(found()).isZero();
    }

    private void look() {
        looks.look("far", "w");
    }

    private long found() {
        return host.copies.counts("far").getOrDefault(State.WAITING, 0L);
    }
}
