/** What a terminal that is attached to the host asks beside running lines: what could stand next, and to end a line. */
@NullMarked
package tacit.surface.shell.attached;

import org.jspecify.annotations.NullMarked;
