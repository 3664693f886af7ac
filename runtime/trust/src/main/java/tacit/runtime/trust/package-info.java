/**
 * Examines bundles before anything of them runs.
 *
 * <pre>
 *   bytes --jar--> what it is --policy, classes, statement--> Examination
 * </pre>
 */
@NullMarked
package tacit.runtime.trust;

import org.jspecify.annotations.NullMarked;
