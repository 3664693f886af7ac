package tacit.api.memory;

import java.util.Objects;
import java.util.stream.Stream;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Goes over memories step by step, as {@link MemoryStore#walk} does. */
public final class MemoryWalk {

    private MemoryWalk() {}

    /** All that match, those stored last first; some are read at once, the others as they are asked for. */
    public static Stream<MemoryRecord> over(MemoryStore store, Scope scope, MemoryFilter filter) {
        return over(store, scope, filter, PageRequest.MAX_LIMIT);
    }

    /**
     * All that match, those stored last first; some are read at once, the others as they are asked for.
     *
     * @param atOnce how many are read at once, in [1, 1000]
     */
    public static Stream<MemoryRecord> over(MemoryStore store, Scope scope, MemoryFilter filter, int atOnce) {
        return Stream.iterate(
                        store.walk(scope, filter, null, atOnce),
                        Objects::nonNull,
                        step -> step.next() == null ? null : store.walk(scope, filter, step.next(), atOnce))
                .flatMap(step -> step.rows().stream());
    }
}
