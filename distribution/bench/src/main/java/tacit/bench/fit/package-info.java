/**
 * Fits the weights of the ranker.
 *
 * <pre>
 *   InventedTalk, SelfSupervision --Dialogue--> index --features--> PairwiseFit --> weights.json
 * </pre>
 */
@NullMarked
package tacit.bench.fit;

import org.jspecify.annotations.NullMarked;
