/** Hypotheses, critiques and winners. */
@NullMarked
package tacit.pulse.reflection;

import org.jspecify.annotations.NullMarked;
