/** Finds turns of labelled conversations through the real index and the real ranker, and fits the ranker's weights. */
@NullMarked
package tacit.bench.recall;

import org.jspecify.annotations.NullMarked;
