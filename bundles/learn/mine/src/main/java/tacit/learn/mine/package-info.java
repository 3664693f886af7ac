/**
 * Finds failures in traces: facts about spans, detectors that conclude from them, and what operators' triage corrects.
 *
 * <pre>
 *   trace --facts--> detectors --Finding--> [miner] <--Triage-- operator
 * </pre>
 */
@NullMarked
package tacit.learn.mine;

import org.jspecify.annotations.NullMarked;
