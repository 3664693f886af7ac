/** Has tasks done by an agent under what is in force and under a candidate, and reads from its traces how they went. */
@NullMarked
package tacit.learn.runs;

import org.jspecify.annotations.NullMarked;
