/** Learns from operators which findings are failures: one small logistic model per kind over the facts of spans. */
@NullMarked
package tacit.learn.mine.triage;

import org.jspecify.annotations.NullMarked;
