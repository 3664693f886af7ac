/** Collects what every source has for a task, and lets the active layers make a prompt of it. */
@NullMarked
package tacit.memory.context;

import org.jspecify.annotations.NullMarked;
