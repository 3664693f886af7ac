package tacit.runtime.harness.slot;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a bundle may take. Immutable.
 *
 * @param start for its start, for its stop, and for making its component's object
 * @param satisfy until the services that its component needs are there
 * @param probe for one answer
 */
public record SlotLimits(Duration start, Duration satisfy, Duration probe) {

    public SlotLimits {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(satisfy, "satisfy");
        Objects.requireNonNull(probe, "probe");
    }
}
