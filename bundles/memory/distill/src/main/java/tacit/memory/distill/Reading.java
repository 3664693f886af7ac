package tacit.memory.distill;

import tacit.memory.sentences.Extraction;

/**
 * What somebody said, and what it says. Immutable.
 *
 * @param said the words
 * @param extraction what was read in them
 */
record Reading(Said said, Extraction extraction) {}
