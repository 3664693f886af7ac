package tacit.pulse.dreams;

import org.jspecify.annotations.Nullable;
import tacit.api.reflect.DreamCandidate;

/**
 * A candidate as it is stored. Immutable.
 *
 * @param candidate what people see
 * @param memo what is needed to take it back; null before it is done
 */
record Stored(DreamCandidate candidate, @Nullable String memo) {}
