/** Reflection, dreaming and suggestions: what they keep. */
@NullMarked
package tacit.pulse.mind;

import org.jspecify.annotations.NullMarked;
