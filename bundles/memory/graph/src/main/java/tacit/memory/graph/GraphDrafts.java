package tacit.memory.graph;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.EdgeDraft;
import tacit.api.memory.EntityDraft;
import tacit.api.memory.GraphSource;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/** Makes the memories that stand for things, names, relations and observations. */
final class GraphDrafts {

    private GraphDrafts() {}

    static MemoryDraft entity(Scope scope, EntityDraft draft) {
        String name = Names.written(draft.name());
        String type = Names.type(draft.type());
        SortedMap<String, String> attributes = attributes(draft.source());
        draft.properties().forEach((property, value) -> put(attributes, Names.attribute(property), value));
        attributes.put(GraphRecords.NAME, Names.folded(name));
        attributes.put(GraphRecords.LABEL, name);
        attributes.put(GraphRecords.TYPE, type);
        put(attributes, GraphRecords.DESCRIPTION, draft.description());
        Double confidence = draft.confidence();
        return draft(
                scope,
                new Words(GraphRecords.ENTITY, name, text(name, draft.description())),
                draft.source(),
                confidence == null ? Confidence.first(draft.source().origin()) : confidence,
                nameKey(type, name),
                attributes);
    }

    /** A further name of a thing: it holds the key that the name would have as a thing, so that a name means one thing. */
    static MemoryDraft alias(Scope scope, MemoryRecord thing, String alias) {
        String type = GraphRecords.required(thing, GraphRecords.TYPE);
        GraphSource source = GraphRecords.source(thing);
        SortedMap<String, String> attributes = attributes(source);
        attributes.put(GraphRecords.NAME, Names.folded(alias));
        attributes.put(GraphRecords.TYPE, type);
        attributes.put(GraphRecords.THING, thing.id());
        return draft(
                scope,
                new Words(GraphRecords.NAME_OF, alias, alias),
                source,
                thing.confidence(),
                nameKey(type, alias),
                attributes);
    }

    static MemoryDraft type(Scope scope, String type, GraphSource source) {
        return draft(
                Scope.ofWorkspace(scope.workspaceId()),
                new Words(GraphRecords.TYPE_OF, type, type),
                new GraphSource(source.origin(), null, source.lane(), Visibility.SHARED, source.evidence()),
                1,
                "type:" + type,
                attributes(source));
    }

    static MemoryDraft edge(Scope scope, EdgeDraft draft, String type, Instant begin, String text) {
        SortedMap<String, String> attributes = attributes(draft.source());
        draft.properties().forEach((property, value) -> put(attributes, Names.attribute(property), value));
        attributes.put(GraphRecords.FROM, draft.fromId());
        attributes.put(GraphRecords.TO, draft.toId());
        attributes.put(GraphRecords.TYPE, type);
        Double confidence = draft.confidence();
        MemoryDraft made = draft(
                scope,
                new Words(GraphRecords.RELATION, type, text),
                draft.source(),
                confidence == null ? Confidence.first(draft.source().origin()) : confidence,
                edgeKey(
                        draft.fromId(),
                        type,
                        draft.toId(),
                        draft.validUntil() == null ? null : begin,
                        draft.validUntil()),
                attributes);
        return within(made, begin, draft.validUntil());
    }

    static MemoryDraft observation(Scope scope, MemoryRecord thing, String text, GraphSource source) {
        SortedMap<String, String> attributes = attributes(source);
        attributes.put(GraphRecords.THING, thing.id());
        return draft(
                scope,
                new Words(GraphRecords.OBSERVATION, GraphRecords.required(thing, GraphRecords.LABEL), text),
                source,
                Confidence.first(source.origin()),
                null,
                attributes);
    }

    /** What a thing says when it is looked for. */
    static String text(String name, String description) {
        return description.isBlank() ? name : name + ": " + description;
    }

    static String nameKey(String type, String name) {
        return "name:" + type + ":" + Names.folded(name);
    }

    /** The key of a relation: one that holds has no times in it, so that there is one at most. */
    static String edgeKey(String from, String type, String to, @Nullable Instant begin, @Nullable Instant end) {
        String key = "edge:" + from + ":" + type + ":" + to;
        return end == null ? key : key + ":" + begin + ":" + end;
    }

    private record Words(String kind, String subject, String text) {}

    private static MemoryDraft draft(
            Scope scope,
            Words words,
            GraphSource source,
            double confidence,
            @Nullable String key,
            SortedMap<String, String> attributes) {
        String owner = source.visibility() == Visibility.PRIVATE ? scope.userId() : null;
        return new MemoryDraft(
                scope.workspaceId(),
                GraphRecords.LAYER,
                words.kind(),
                words.subject(),
                words.text(),
                owner == null ? MemoryScope.WORKSPACE : MemoryScope.ofUser(owner),
                source.visibility(),
                source.lane(),
                source.evidence(),
                confidence,
                null,
                null,
                key,
                attributes);
    }

    private static MemoryDraft within(MemoryDraft draft, Instant begin, @Nullable Instant end) {
        return new MemoryDraft(
                draft.workspaceId(),
                draft.layer(),
                draft.kind(),
                draft.subject(),
                draft.text(),
                draft.scope(),
                draft.visibility(),
                draft.lane(),
                draft.evidence(),
                draft.confidence(),
                begin,
                end,
                draft.key(),
                draft.attributes());
    }

    private static SortedMap<String, String> attributes(GraphSource source) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put(GraphRecords.ORIGIN, source.origin().name());
        put(attributes, GraphRecords.TASK, source.taskId());
        return attributes;
    }

    private static void put(SortedMap<String, String> attributes, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            attributes.put(name, value);
        }
    }
}
