/**
 * Questions that can be asked again, what must hold of their answers, and how they went.
 *
 * <pre>
 *   Decision, AnswerCheck --> [replay] --ReplayCase--> evaluators --ReplayRun--> [replay]
 * </pre>
 */
@NullMarked
package tacit.learn.evals.replay;

import org.jspecify.annotations.NullMarked;
