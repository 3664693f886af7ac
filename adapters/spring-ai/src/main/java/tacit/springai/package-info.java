/**
 * Tacit for Spring AI: a memory for conversations, and advisors that give a model what Tacit knows and tell Tacit what happened.
 *
 * <pre>
 *   ChatClient --> [context] --> memory, tools --> [model calls] --> ChatModel
 * </pre>
 */
@NullMarked
package tacit.springai;

import org.jspecify.annotations.NullMarked;
