package tacit.pulse.signals;

import tacit.api.pulse.SignalFamily;

/**
 * Signals that are bounded together. Immutable.
 *
 * @param everywhere whether they are of no workspace
 * @param own whether own work caused them
 */
record Group(String profileId, boolean everywhere, SignalFamily family, boolean own) {}
