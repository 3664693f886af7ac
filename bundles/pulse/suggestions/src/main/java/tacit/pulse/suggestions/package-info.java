/** Which suggestions are worth showing. */
@NullMarked
package tacit.pulse.suggestions;

import org.jspecify.annotations.NullMarked;
