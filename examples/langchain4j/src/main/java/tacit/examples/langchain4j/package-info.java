/** An agent with langchain4j that remembers, is told what Tacit knows, and tells Tacit what it did. */
@NullMarked
package tacit.examples.langchain4j;

import org.jspecify.annotations.NullMarked;
