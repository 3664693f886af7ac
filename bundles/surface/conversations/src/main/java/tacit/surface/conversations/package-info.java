/**
 * Keeps the messages of conversations for agents' frameworks, which ask for all of one or replace all of one.
 *
 * <pre>
 *   framework --PUT all, GET all--> [conversations] --> database
 * </pre>
 *
 * <p>They are an agent's working memory and no evidence: nothing is learnt from them, that is what traces are for.
 */
@NullMarked
package tacit.surface.conversations;

import org.jspecify.annotations.NullMarked;
