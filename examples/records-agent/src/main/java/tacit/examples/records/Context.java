package tacit.examples.records;

import org.jspecify.annotations.Nullable;

/**
 * What Tacit had to say for a task.
 *
 * @param id names it in the trace; null when nothing was given
 * @param text may be empty
 * @param generation the state of the harness that gave it; null when not known
 */
record Context(@Nullable String id, String text, @Nullable String generation) {

    static final Context NONE = new Context(null, "", null);
}
