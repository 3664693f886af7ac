package tacit.learn.proposers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class SpendingTest {

    private final MovingClock clock = new MovingClock();
    private Database database;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        database.migrate(StoredProposers.OWNER, StoredProposers.class);
    }

    private Spending spending() {
        return new Spending(database, clock, 2, 10);
    }

    private long today() {
        return spending().left().day();
    }

    @Test
    void takesAllOrNothing() {
        assertThat(spending().take(today(), 1, 8)).isTrue();
        assertThat(spending().take(today(), 1, 3)).isFalse();

        assertThat(spending().left().experiments()).isEqualTo(1);
        assertThat(spending().left().cases()).isEqualTo(2);
    }

    @Test
    void refusesMoreThanADayEverHas() {
        assertThat(spending().take(today(), 3, 0)).isFalse();
        assertThat(spending().take(today(), 0, 11)).isFalse();
        assertThat(spending().left().cases()).isEqualTo(10);
    }

    @Test
    void isSharedByTwoHosts() {
        Spending one = spending();
        Spending other = spending();

        assertThat(one.takeUpTo(today(), 7)).isEqualTo(7);
        assertThat(other.takeUpTo(today(), 7)).isEqualTo(3);
        assertThat(one.takeUpTo(today(), 7)).isZero();
    }

    @Test
    void bringsBackNoMoreThanWasTaken() {
        spending().take(today(), 0, 4);

        spending().giveBack(today(), 5);
        assertThat(spending().left().cases()).isEqualTo(6);
        spending().giveBack(today(), 4);
        assertThat(spending().left().cases()).isEqualTo(10);
    }

    @Test
    void beginsAnewEachDayAndBringsBackToTheDayThatWasCharged() {
        long before = today();
        spending().take(before, 2, 10);
        clock.pass(Duration.ofDays(1));

        assertThat(spending().left().experiments()).isEqualTo(2);
        spending().giveBack(before, 10);
        assertThat(spending().left().cases()).isEqualTo(10);
        assertThat(today()).isEqualTo(before + 1);
    }

    @Test
    void hasNothingLeftWhereLessIsAllowedThanWasTaken() {
        spending().take(today(), 2, 10);

        Spending.Left left = new Spending(database, clock, 1, 5).left();

        assertThat(left.experiments()).isZero();
        assertThat(left.cases()).isZero();
    }
}
