/**
 * Learns rules about tool calls from runs whose outcome is known.
 *
 * <pre>
 *   traces --histories--> conditions that held in each run --[search]--> GuardRule
 * </pre>
 */
@NullMarked
package tacit.learn.guards;

import org.jspecify.annotations.NullMarked;
