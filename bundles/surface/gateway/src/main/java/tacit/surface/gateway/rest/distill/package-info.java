/** What was learnt from runs, and learning from them again. */
@NullMarked
package tacit.surface.gateway.rest.distill;

import org.jspecify.annotations.NullMarked;
