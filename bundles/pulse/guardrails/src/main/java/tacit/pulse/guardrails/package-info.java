/** What no policy, rule or setting may allow: pure functions that are built into the bundles which use them. */
@NullMarked
package tacit.pulse.guardrails;

import org.jspecify.annotations.NullMarked;
