package tacit.pulse.dreams;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamCandidate.Quote;

/** Names what a candidate rests on in the way of memories. */
final class Sources {

    private static final String MEMORY = "memory:";
    private static final String SPAN = "span:";
    private static final String TRACE = "trace:";
    private static final String FILE = "file:";

    private Sources() {}

    static List<Evidence> of(DreamCandidate candidate) {
        return candidate.evidence().stream()
                .map(Quote::id)
                .map(Sources::of)
                .flatMap(source -> Stream.ofNullable(source))
                .map(source -> Objects.requireNonNull(source))
                .distinct()
                .toList();
    }

    private static @Nullable Evidence of(String id) {
        if (id.startsWith(MEMORY)) {
            return Evidence.of(Evidence.Kind.MEMORY, id.substring(MEMORY.length()));
        }
        if (id.startsWith(SPAN)) {
            return Evidence.of(Evidence.Kind.SPAN, id.substring(SPAN.length()));
        }
        int end = id.indexOf('#');
        if (end > 0 && id.startsWith(TRACE)) {
            return Evidence.of(Evidence.Kind.TRACE, id.substring(TRACE.length(), end));
        }
        return end > FILE.length() && id.startsWith(FILE)
                ? Evidence.of(Evidence.Kind.FILE, id.substring(FILE.length(), end))
                : null;
    }

    /** The run that a piece of evidence belongs to; null for none. */
    static @Nullable String run(String id) {
        Evidence source = of(id);
        if (source == null) {
            return null;
        }
        return switch (source.kind()) {
            case TRACE -> source.id();
            case SPAN -> source.id().substring(0, Math.max(0, source.id().lastIndexOf('/')));
            case FILE, IMPORT, STATEMENT, MEMORY -> null;
        };
    }
}
