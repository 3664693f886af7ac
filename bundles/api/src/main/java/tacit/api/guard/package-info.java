/**
 * Rules about tool calls that are learned from graded runs, and the words in which they are asked.
 *
 * <pre>
 *   graded histories --GuardMiner--> GuardRule
 *   tool call + history --GuardQuestion--> GuardAnswer (allow, ask, deny)
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.guard;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
