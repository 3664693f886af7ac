/** The few facts that every prompt shows, and the block of the workspace's files that mirrors them. */
@NullMarked
package tacit.memory.curated;

import org.jspecify.annotations.NullMarked;
