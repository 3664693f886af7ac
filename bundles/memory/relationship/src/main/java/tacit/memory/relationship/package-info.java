/** What was promised to whom, and what happened before. */
@NullMarked
package tacit.memory.relationship;

import org.jspecify.annotations.NullMarked;
