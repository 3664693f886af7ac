/**
 * The always-on core: who owns learning, what happened, what a look at it decided, and what came of that.
 *
 * <pre>
 *   triggers --SignalDraft--> [signals] --PulseSituation--> [heartbeat] --PulseDecision--> dispatch
 *                                  each cycle leaves a CoreTrace of its AutomationProfile
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.pulse;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
