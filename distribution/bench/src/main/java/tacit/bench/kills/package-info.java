/** Kills the host again and again while experiments are led through their states, and looks what each kill left. */
@NullMarked
package tacit.bench.kills;

import org.jspecify.annotations.NullMarked;
