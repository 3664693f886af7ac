/** Persistent shell sessions: a shell for each command, and a file that keeps what a command leaves for the next. */
@NullMarked
package tacit.pulse.executors.shells;

import org.jspecify.annotations.NullMarked;
