package tacit.api.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a walk over memories. Immutable.
 *
 * @param rows the memories of the step, which may be none although others follow
 * @param next where the next step begins, for {@link MemoryStore#walk}; null after the last
 */
public record MemoryStep(List<MemoryRecord> rows, @Nullable String next) {

    public MemoryStep {
        rows = List.copyOf(rows);
    }
}
