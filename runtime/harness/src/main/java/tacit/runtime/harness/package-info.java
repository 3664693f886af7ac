/** The live harness. */
@NullMarked
package tacit.runtime.harness;

import org.jspecify.annotations.NullMarked;
