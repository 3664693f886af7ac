/** Settings files of others: read with the place of what is wrong, changed at single places, written at once or not at all. */
@NullMarked
package tacit.surface.agents.text;

import org.jspecify.annotations.NullMarked;
