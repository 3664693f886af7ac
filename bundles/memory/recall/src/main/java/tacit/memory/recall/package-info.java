/**
 * Finds what was said, done and remembered, on one scale and with reasons.
 *
 * <pre>
 *   RecallRequest --SearchIndex, Ranker--> [UnifiedRecall, Scale] --RecallAnswer--> HTTP, shell, tools
 * </pre>
 */
@NullMarked
package tacit.memory.recall;

import org.jspecify.annotations.NullMarked;
