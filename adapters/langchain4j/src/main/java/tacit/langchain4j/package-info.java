/**
 * Tacit for LangChain4j: a store for chat memories, contexts for requests, and a listener that tells Tacit what happened.
 *
 * <pre>
 *   AiServices --request--> [context] --> ChatModel --> [listener]
 * </pre>
 */
@NullMarked
package tacit.langchain4j;

import org.jspecify.annotations.NullMarked;
