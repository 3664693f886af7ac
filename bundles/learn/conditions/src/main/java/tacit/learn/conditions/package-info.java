/**
 * What rules about tool calls look for: pure functions that are built into the bundles which use them, so that a rule
 * means the same to the miner that learns it and to the guard that applies it.
 */
@NullMarked
package tacit.learn.conditions;

import org.jspecify.annotations.NullMarked;
