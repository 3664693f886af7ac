/** Profiles, settings by scope, switches and twins of the core. */
@NullMarked
package tacit.pulse.profiles;

import org.jspecify.annotations.NullMarked;
