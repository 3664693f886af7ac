/** What the harness decided, sampled. */
@NullMarked
package tacit.evidence.decisions;

import org.jspecify.annotations.NullMarked;
