package tacit.api.memory;

import java.util.List;

/**
 * How many memories of a workspace are taken apart. Immutable.
 *
 * @param total of the archive
 * @param processed that are; of a run, that were by it
 * @param failed that could not be
 * @param pending that are not
 * @param errors why, each with the id of its memory
 */
public record ObservationBackfill(long total, long processed, long failed, long pending, List<String> errors) {

    public ObservationBackfill {
        errors = List.copyOf(errors);
    }
}
