/** Keeps who may do what, and the record of who did. */
@NullMarked
package tacit.surface.access;

import org.jspecify.annotations.NullMarked;
