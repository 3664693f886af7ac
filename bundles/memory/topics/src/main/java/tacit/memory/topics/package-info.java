/** What a workspace knows on a topic, as files that people can read. */
@NullMarked
package tacit.memory.topics;

import org.jspecify.annotations.NullMarked;
