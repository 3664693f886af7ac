/**
 * The two containers of each role: fills one, starts it, asks it, and leaves the other alone.
 *
 * <pre>
 *   jar + settings --fill--> [slot A|B] --resolve, start, satisfy, probe--> Provider for the table
 * </pre>
 */
@NullMarked
package tacit.runtime.harness.slot;

import org.jspecify.annotations.NullMarked;
