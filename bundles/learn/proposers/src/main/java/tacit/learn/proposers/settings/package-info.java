/**
 * Searches the ranges that bundles declare for their settings, by asking older cases again.
 *
 * <pre>
 *   ranges of a jar, older cases --Evaluator--> what each value mends and breaks --> [settings] --> Proposal
 * </pre>
 */
@NullMarked
package tacit.learn.proposers.settings;

import org.jspecify.annotations.NullMarked;
