/**
 * The host of triggers: it knows the time, takes requests, watches files, and keeps what bundles make of them until it is told.
 *
 * <pre>
 *   time, request, files --TriggerIngress--> [trigger bundle] --TriggerReading--> outbox --SignalDraft--> Signals
 * </pre>
 */
@NullMarked
package tacit.pulse.triggers;

import org.jspecify.annotations.NullMarked;
