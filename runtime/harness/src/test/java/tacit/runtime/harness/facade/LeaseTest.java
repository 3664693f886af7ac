package tacit.runtime.harness.facade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final long NOT_YET = -1;

    private final Lease lease = new Lease();
    private final int stripe = Lease.stripe();

    @Test
    void countsWhoEntersAndLeaves() {
        lease.enter(stripe);
        lease.enter(stripe);
        lease.leave(stripe);

        assertThat(lease.entries()).isEqualTo(2);
        assertThat(lease.inside()).isEqualTo(1);
    }

    @Test
    void givesTicketsInOrder() {
        assertThat(lease.enter(stripe)).isEqualTo(1);
        assertThat(lease.enter(stripe)).isEqualTo(2);
    }

    @Test
    void isNotDrainedWhileSomebodyMayEnter() {
        lease.enter(stripe);
        lease.leave(stripe);

        assertThat(lease.drained()).isEqualTo(NOT_YET);
    }

    @Test
    void isNotDrainedWhileSomebodyIsInside() {
        lease.enter(stripe);
        lease.retire();

        assertThat(lease.drained()).isEqualTo(NOT_YET);

        lease.leave(stripe);
        assertThat(lease.drained()).isEqualTo(1);
    }

    @Test
    void turnsBackWhoComesAfterItWasRetired() {
        lease.enter(stripe);
        lease.leave(stripe);
        lease.retire();

        assertThat(lease.enter(stripe)).isEqualTo(Lease.RETIRED);
        assertThat(lease.entries()).isEqualTo(1);
        assertThat(lease.inside()).isZero();
        assertThat(lease.drained()).isEqualTo(1);
    }

    @Test
    void countsWhoLeavesByAnotherThreadsStripe() throws InterruptedException {
        lease.enter(stripe);
        Thread other = new Thread(() -> {
            int own = Lease.stripe();
            lease.enter(own);
            lease.leave(own);
        });
        other.start();
        other.join();
        lease.leave(stripe);
        lease.retire();

        assertThat(lease.drained()).isEqualTo(2);
    }
}
