/** A vault of linked notes with its raw sources and a report of its health. */
@NullMarked
package tacit.memory.wiki;

import org.jspecify.annotations.NullMarked;
