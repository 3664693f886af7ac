/** The archive of what happened: captured in order, kept in tiers, forgotten on request. */
@NullMarked
package tacit.memory.archive;

import org.jspecify.annotations.NullMarked;
