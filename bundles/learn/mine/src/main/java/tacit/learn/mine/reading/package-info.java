/** Reads a trace as the turns of its agents: what each model call saw, asked for and got. */
@NullMarked
package tacit.learn.mine.reading;

import org.jspecify.annotations.NullMarked;
