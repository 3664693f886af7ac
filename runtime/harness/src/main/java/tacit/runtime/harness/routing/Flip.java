package tacit.runtime.harness.routing;

import java.time.Duration;
import java.util.List;
import org.osgi.framework.Bundle;

/** What a flip retired. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class Flip {

    Flip() {}

    /** Waits until no lease and no view of the old table is left on providers that are no longer active. */
    public boolean drain(Duration timeout) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** After a drain that timed out: role, slot and stack of each thread that has a frame of the retired bundle's classes. */
    public List<String> stuck() {
        throw new UnsupportedOperationException();
    }

    /** Whether calls are still inside a bundle: its slot must not be refilled or stopped. */
    public boolean busy(Bundle bundle) {
        throw new UnsupportedOperationException();
    }
}
