/** Shows every setting of the live host and who changed it. */
@NullMarked
package tacit.surface.settings;

import org.jspecify.annotations.NullMarked;
