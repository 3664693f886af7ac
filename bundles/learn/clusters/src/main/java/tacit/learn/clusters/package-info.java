/**
 * Groups failures into families: an equal signature first, then the most similar family, each decision kept with its score.
 *
 * <pre>
 *   mine --FailureRecord--> [clusters] --FailureCluster--> evals, gate
 * </pre>
 */
@NullMarked
package tacit.learn.clusters;

import org.jspecify.annotations.NullMarked;
