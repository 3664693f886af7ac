/** Reflection runs and what they keep. */
@NullMarked
package tacit.pulse.mind;

import org.jspecify.annotations.NullMarked;
