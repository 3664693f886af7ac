package tacit.pulse.signals;

import java.time.Instant;
import tacit.api.pulse.Signal;

/**
 * A signal that waits, as its row has it. Immutable.
 *
 * @param settlesAt from when on it no longer waits: its expiry, or later while it is put off
 */
record Kept(Signal signal, Instant settlesAt) {}
