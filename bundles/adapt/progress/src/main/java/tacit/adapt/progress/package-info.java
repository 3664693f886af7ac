/** Reports what was really learnt from a run. */
@NullMarked
package tacit.adapt.progress;

import org.jspecify.annotations.NullMarked;
