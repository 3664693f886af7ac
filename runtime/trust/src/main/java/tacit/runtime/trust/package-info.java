/** Examines bundles before anything of them runs. */
@NullMarked
package tacit.runtime.trust;

import org.jspecify.annotations.NullMarked;
