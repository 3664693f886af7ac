/**
 * Makes one executable question for each family of failures that is worth watching.
 *
 * <pre>
 *   FailureCluster, members --> [evals] --EvalCase--> experiments
 * </pre>
 */
@NullMarked
package tacit.learn.evals;

import org.jspecify.annotations.NullMarked;
