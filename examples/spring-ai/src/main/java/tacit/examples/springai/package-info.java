/** An agent with spring-ai that remembers, is told what Tacit knows, and tells Tacit what it did. */
@NullMarked
package tacit.examples.springai;

import org.jspecify.annotations.NullMarked;
