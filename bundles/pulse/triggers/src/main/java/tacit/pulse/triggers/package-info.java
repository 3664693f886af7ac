/** What comes in becomes signals. */
@NullMarked
package tacit.pulse.triggers;

import org.jspecify.annotations.NullMarked;
