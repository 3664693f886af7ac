package tacit.runtime.harness.routing;

import java.time.Duration;
import java.util.List;
import org.osgi.framework.Bundle;
import tacit.runtime.harness.facade.Retirement;

/** What a flip retired. Thread-safe. */
public final class Flip {

    private final Router router;
    private final Retirement retirement;

    Flip(Router router, Retirement retirement) {
        this.router = router;
        this.retirement = retirement;
    }

    /** Waits until no lease and no view of the old table is left on providers that are no longer active. */
    public boolean drain(Duration timeout) throws InterruptedException {
        return retirement.drain(timeout);
    }

    /**
     * What keeps a drain from ending: role, slot, and the stack of each thread that has a frame of a class of the retired
     * bundle. A bundle that has the same classes in both slots shows the threads of both.
     */
    public List<String> stuck() {
        return retirement.remaining().stream()
                .flatMap(entry -> StuckCalls.of(entry).stream())
                .toList();
    }

    /** Whether calls are still inside a bundle, whichever flip retired it: its slot must not be refilled or stopped. */
    public boolean busy(Bundle bundle) {
        return router.busy(bundle);
    }
}
