package tacit.memory.outcomes;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;

/** Reads from a run which contexts and memories it was shown, and how it went. Pure functions. */
final class ShownRun {

    /** More ids of a run are passed over. */
    static final int MOST = 200;

    private static final String CONTEXT = "tacit.context.id";
    private static final List<String> MEMORIES = List.of("tacit.memory.shown", "tacit.memory.used");

    private ShownRun() {}

    static boolean counts(RecordedTrace run) {
        return !Boolean.TRUE.equals(run.trace().attributes().get(Attribute.OWN_RUN));
    }

    static Set<String> contexts(RecordedTrace run) {
        return ids(run, List.of(CONTEXT));
    }

    static Set<String> memories(RecordedTrace run) {
        return ids(run, MEMORIES);
    }

    /** What somebody else than the agent says of it; null for nothing. */
    static ShownRows.@Nullable Outcome outcome(RecordedTrace run) {
        Outcome outcome = run.trace().outcome();
        if (outcome.source() == null || outcome.source() == OutcomeSource.AGENT) {
            return null;
        }
        if (outcome.label() == OutcomeLabel.SUCCESS) {
            return ShownRows.Outcome.HELPFUL;
        }
        return outcome.label() == OutcomeLabel.FAILURE ? ShownRows.Outcome.HARMFUL : null;
    }

    private static Set<String> ids(RecordedTrace run, List<String> names) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.concat(Stream.of(run.trace().attributes()), run.spans().stream().map(Span::attributes))
                .flatMap(attributes -> names.stream().flatMap(name -> parts(attributes, name)))
                .map(String::strip)
                .filter(id -> !id.isEmpty() && id.length() <= MOST)
                .limit(MOST)
                .forEach(ids::add);
        return ids;
    }

    private static Stream<String> parts(Map<String, Object> attributes, String name) {
        Object value = attributes.get(name);
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf);
        }
        return value == null ? Stream.empty() : Stream.of(String.valueOf(value).split(",", -1));
    }
}
