/**
 * Counts graded live runs for or against a change, each once.
 *
 * <pre>
 *   TraceStore --graded runs--> [live] --one by one--> SequentialTest
 * </pre>
 */
@NullMarked
package tacit.learn.experiments.live;

import org.jspecify.annotations.NullMarked;
