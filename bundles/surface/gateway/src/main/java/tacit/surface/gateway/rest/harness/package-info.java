/** What decides now, what decided before, what could decide, and what was decided. */
@NullMarked
package tacit.surface.gateway.rest.harness;

import org.jspecify.annotations.NullMarked;
