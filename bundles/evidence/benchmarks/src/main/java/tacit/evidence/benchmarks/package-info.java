/**
 * Reads the run files of public agent benchmarks, and shows how a bundle of one's own adds a format: it depends on
 * {@code tacit.api} and Jackson alone and is dropped in.
 */
@NullMarked
package tacit.evidence.benchmarks;

import org.jspecify.annotations.NullMarked;
