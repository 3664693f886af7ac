package tacit.memory.graph;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphObservation;
import tacit.api.memory.GraphSource;
import tacit.api.memory.GraphSource.Origin;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.Reach;

/** How the graph is laid down in memories: the kinds, the attributes, and what a memory says read back. */
final class GraphRecords {

    static final String LAYER = "graph";
    static final String ENTITY = "entity";
    static final String NAME_OF = "alias";
    static final String RELATION = "relation";
    static final String OBSERVATION = "observation";
    static final String TYPE_OF = "type";

    /** The folded name, by which a thing and its aliases are found. */
    static final String NAME = "name";

    static final String LABEL = "label";
    static final String TYPE = "type";
    static final String DESCRIPTION = "description";
    static final String ORIGIN = "origin";
    static final String TASK = "task";
    static final String FROM = "from";
    static final String TO = "to";
    static final String CLOSED_AT = "closed_at";

    /** The thing that an alias or an observation belongs to. */
    static final String THING = "entity";

    static final String PROPERTY = "property.";
    static final String ALIAS = "alias.";

    private GraphRecords() {}

    static MemoryFilter filter(List<String> kinds, String attribute, String value) {
        return MemoryFilter.active(LAYER).withKinds(kinds).withAttributes(new TreeMap<>(Map.of(attribute, value)));
    }

    static GraphEntity entity(MemoryRecord record, Instant now) {
        Origin origin = Origin.valueOf(required(record, ORIGIN));
        return new GraphEntity(
                record.id(),
                required(record, TYPE),
                required(record, LABEL),
                below(record, ALIAS).values().stream().sorted().toList(),
                record.attribute(DESCRIPTION).orElse(""),
                properties(record),
                Confidence.at(now, record.confidence(), origin, record.confirmedAt()),
                origin,
                record.lane(),
                record.visibility(),
                record.scope().reach() == Reach.USER ? record.scope().id() : null,
                record.confirmedAt(),
                record.updatedAt());
    }

    static GraphEdge edge(MemoryRecord record, Instant now) {
        GraphSource source = source(record);
        return new GraphEdge(
                record.id(),
                required(record, FROM),
                required(record, TO),
                required(record, TYPE),
                properties(record),
                Confidence.at(now, record.confidence(), source.origin(), record.confirmedAt()),
                source,
                begin(record),
                record.validUntil(),
                record.createdAt(),
                instant(record.attribute(CLOSED_AT).orElse(null)),
                record.state() != MemoryState.ACTIVE);
    }

    static GraphObservation observation(MemoryRecord record) {
        return new GraphObservation(
                record.id(), required(record, THING), record.text(), source(record), record.createdAt());
    }

    static GraphSource source(MemoryRecord record) {
        return new GraphSource(
                Origin.valueOf(required(record, ORIGIN)),
                record.attribute(TASK).orElse(null),
                record.lane(),
                record.visibility(),
                record.evidence());
    }

    static String required(MemoryRecord record, String attribute) {
        return record.attribute(attribute)
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot read memory '" + record.id() + "': it has no attribute " + attribute));
    }

    private static Instant begin(MemoryRecord record) {
        Instant begin = record.validFrom();
        return begin == null ? record.createdAt() : begin;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static SortedMap<String, String> properties(MemoryRecord record) {
        SortedMap<String, String> properties = new TreeMap<>();
        below(record, PROPERTY).forEach((name, value) -> properties.put(Names.property(name), value));
        return properties;
    }

    private static SortedMap<String, String> below(MemoryRecord record, String prefix) {
        return record.attributes().subMap(prefix, prefix + Character.MAX_VALUE);
    }
}
