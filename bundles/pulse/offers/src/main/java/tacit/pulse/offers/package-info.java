/** Suggestions and what people said to them. */
@NullMarked
package tacit.pulse.offers;

import org.jspecify.annotations.NullMarked;
