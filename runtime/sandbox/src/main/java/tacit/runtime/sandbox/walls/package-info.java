/** What can be put round a child process on this system, and whether it really stands. */
@NullMarked
package tacit.runtime.sandbox.walls;

import org.jspecify.annotations.NullMarked;
