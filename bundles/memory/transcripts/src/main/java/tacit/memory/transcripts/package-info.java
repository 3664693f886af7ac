/** What was said in a run, its checkpoints, and what not to do again. */
@NullMarked
package tacit.memory.transcripts;

import org.jspecify.annotations.NullMarked;
