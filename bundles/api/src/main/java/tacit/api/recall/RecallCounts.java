package tacit.api.recall;

import java.util.Objects;

/**
 * How recalls went since the start. Immutable.
 *
 * @param queries how many there were
 * @param failures how often a part failed
 * @param unavailable how often there was no index to ask
 * @param lastFailure the last failure, without any content; empty for none
 */
public record RecallCounts(long queries, long failures, long unavailable, String lastFailure) {

    public RecallCounts {
        Objects.requireNonNull(lastFailure, "lastFailure");
    }
}
