/**
 * What the active bundles offer besides their roles, published in the host's name.
 *
 * <pre>
 *   service of an active slot --> [contributions] --> service of the harness, or work that it schedules
 * </pre>
 */
@NullMarked
package tacit.runtime.harness.contribution;

import org.jspecify.annotations.NullMarked;
