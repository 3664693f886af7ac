/** Makes what agents did findable: reads traces as they change, and hands what was said and touched to the index. */
@NullMarked
package tacit.memory.recall.feed;

import org.jspecify.annotations.NullMarked;
