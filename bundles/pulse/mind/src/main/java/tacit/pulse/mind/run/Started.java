package tacit.pulse.mind.run;

import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionRun.Outcome;

/**
 * What was started. Immutable.
 *
 * @param kind of it, such as {@code task}
 * @param id the dispatch's run, or {@code suggestion:ID}; null for nothing
 * @param status dispatched, queued, completed, skipped or refused
 * @param outcome what the run comes to
 * @param words for people
 */
record Started(String kind, @Nullable String id, String status, Outcome outcome, String words) {}
