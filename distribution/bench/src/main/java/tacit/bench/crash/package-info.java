/** Kills the host again and again while its harness changes, and looks what it comes up with. */
@NullMarked
package tacit.bench.crash;

import org.jspecify.annotations.NullMarked;
