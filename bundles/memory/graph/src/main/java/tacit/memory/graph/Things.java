package tacit.memory.graph;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.EntityChange;
import tacit.api.memory.EntityDraft;
import tacit.api.memory.Evidence;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphSource.Origin;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryStore.Stored;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** The things of the graph. */
final class Things {

    private final MemoryStore store;
    private final Clock clock;

    Things(MemoryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    GraphEntity create(Scope scope, EntityDraft draft) {
        List<String> aliases = draft.aliases().stream().map(Names::written).toList();
        String type = Names.type(draft.type());
        if (!Types.BUILT_IN.contains(type)) {
            store.add(GraphDrafts.type(scope, type, draft.source()));
        }
        Stored stored = store.add(GraphDrafts.entity(scope, draft));
        MemoryRecord thing = stored.added() ? stored.record() : thing(scope, stored.record());
        if (!stored.added()) {
            thing = confirmed(scope, thing, draft);
        }
        return GraphRecords.entity(named(scope, thing, aliases), clock.instant());
    }

    GraphEntity update(Scope scope, String id, EntityChange change) {
        MemoryRecord thing = require(scope, id, GraphRecords.ENTITY);
        String former = GraphRecords.required(thing, GraphRecords.LABEL);
        String name = change.name() == null ? former : Names.written(change.name());
        String type = GraphRecords.required(thing, GraphRecords.TYPE);
        SortedMap<String, String> attributes = new TreeMap<>();
        change.properties().forEach((property, value) -> attributes.put(Names.attribute(property), value));
        attributes.put(GraphRecords.LABEL, name);
        attributes.put(GraphRecords.NAME, Names.folded(name));
        String description = change.description() == null
                ? thing.attribute(GraphRecords.DESCRIPTION).orElse("")
                : change.description();
        attributes.put(GraphRecords.DESCRIPTION, description);
        refuseTaken(scope, thing, name);
        MemoryChange changed = MemoryChange.NONE
                .withText(GraphDrafts.text(name, description), GraphDrafts.nameKey(type, name))
                .withAttributes(attributes);
        MemoryRecord updated = change(scope, id, withConfidence(changed, change.confidence()));
        List<String> aliases =
                new ArrayList<>(change.aliases().stream().map(Names::written).toList());
        aliases.add(former);
        return GraphRecords.entity(named(scope, updated, aliases), clock.instant());
    }

    void confirm(Scope scope, String id, List<Evidence> evidence) {
        MemoryRecord record = store.find(scope, id)
                .filter(found -> found.layer().equals(GraphRecords.LAYER))
                .orElseThrow(() -> missing("confirm", id));
        change(scope, id, again(record).withEvidence(evidence));
    }

    /** Removes a thing, and what is known by it only. */
    void delete(Scope scope, String id) {
        require(scope, id, GraphRecords.ENTITY);
        for (String attribute : List.of(GraphRecords.THING, GraphRecords.FROM, GraphRecords.TO)) {
            MemoryFilter filter =
                    MemoryFilter.of(GraphRecords.LAYER).withAttributes(new TreeMap<>(Map.of(attribute, id)));
            List<String> ids = ids(scope, filter);
            while (!ids.isEmpty() && store.delete(scope, ids, false) > 0) {
                ids = ids(scope, filter);
            }
        }
        store.delete(scope, List.of(id), false);
    }

    /** The thing or part of the graph with an id. */
    MemoryRecord require(Scope scope, String id, String kind) {
        return store.find(scope, id)
                .filter(record -> record.layer().equals(GraphRecords.LAYER)
                        && record.kind().equals(kind))
                .orElseThrow(() -> missing("find " + kind, id));
    }

    /** The things that have a name, of whichever type. */
    List<MemoryRecord> named(Scope scope, String name) {
        MemoryFilter filter = GraphRecords.filter(
                List.of(GraphRecords.ENTITY, GraphRecords.NAME_OF), GraphRecords.NAME, Names.folded(name));
        return store.list(scope, filter, PageRequest.first(50)).rows().stream()
                .flatMap(record -> thingOf(scope, record).stream())
                .distinct()
                .toList();
    }

    /** The thing that a memory of the graph speaks of: itself, or the one that it belongs to. */
    Optional<MemoryRecord> thingOf(Scope scope, MemoryRecord record) {
        if (record.kind().equals(GraphRecords.ENTITY)) {
            return Optional.of(record);
        }
        return record.attribute(GraphRecords.THING)
                .or(() -> record.attribute(GraphRecords.FROM))
                .flatMap(id -> store.find(scope, id))
                .filter(thing -> thing.kind().equals(GraphRecords.ENTITY));
    }

    private MemoryRecord thing(Scope scope, MemoryRecord record) {
        return thingOf(scope, record).orElseThrow(() -> missing("find entity", record.id()));
    }

    /** Less trusted words never come to stand under a more trusted name: they confirm it and no more. */
    private MemoryRecord confirmed(Scope scope, MemoryRecord thing, EntityDraft draft) {
        SortedMap<String, String> attributes = new TreeMap<>();
        MemoryChange change = again(thing).withEvidence(draft.source().evidence());
        if (draft.source().lane().compareTo(thing.lane()) <= 0) {
            draft.properties().forEach((property, value) -> attributes.put(Names.attribute(property), value));
            if (!draft.description().isBlank()) {
                attributes.put(GraphRecords.DESCRIPTION, draft.description());
                String label = GraphRecords.required(thing, GraphRecords.LABEL);
                change = change.withText(GraphDrafts.text(label, draft.description()), null);
            }
        }
        MemoryRecord changed = change(scope, thing.id(), change.withAttributes(attributes));
        return named(scope, changed, List.of(Names.written(draft.name())));
    }

    private MemoryChange again(MemoryRecord record) {
        Instant now = clock.instant();
        Origin origin = Origin.valueOf(GraphRecords.required(record, GraphRecords.ORIGIN));
        double confidence = Confidence.at(now, record.confidence(), origin, record.confirmedAt());
        return MemoryChange.NONE.confirmed(now, Confidence.risen(confidence));
    }

    /** Gives a thing further names; those that only differ in case need no memory of their own. */
    private MemoryRecord named(Scope scope, MemoryRecord thing, List<String> names) {
        String label = GraphRecords.required(thing, GraphRecords.LABEL);
        SortedMap<String, String> attributes = new TreeMap<>();
        for (String name : names) {
            String attribute = Names.aliasAttribute(name);
            if (name.equals(label) || thing.attributes().containsKey(attribute)) {
                continue;
            }
            if (!Names.folded(name).equals(Names.folded(label))) {
                MemoryRecord taken =
                        store.add(GraphDrafts.alias(scope, thing, name)).record();
                if (!thing(scope, taken).id().equals(thing.id())) {
                    throw taken(name);
                }
            }
            attributes.put(attribute, name);
        }
        return attributes.isEmpty() ? thing : change(scope, thing.id(), MemoryChange.NONE.withAttributes(attributes));
    }

    private void refuseTaken(Scope scope, MemoryRecord thing, String name) {
        String type = GraphRecords.required(thing, GraphRecords.TYPE);
        MemoryFilter filter = GraphRecords.filter(
                List.of(GraphRecords.ENTITY, GraphRecords.NAME_OF), GraphRecords.NAME, Names.folded(name));
        for (MemoryRecord holder :
                store.list(scope, filter, PageRequest.first(50)).rows()) {
            if (!holder.attribute(GraphRecords.TYPE).orElse("").equals(type)) {
                continue;
            }
            if (!thing(scope, holder).id().equals(thing.id())) {
                throw taken(name);
            }
            if (holder.kind().equals(GraphRecords.NAME_OF)) {
                store.delete(scope, List.of(holder.id()), false);
            }
        }
    }

    private MemoryRecord change(Scope scope, String id, MemoryChange change) {
        return store.change(scope, id, change).orElseThrow(() -> missing("change", id));
    }

    private List<String> ids(Scope scope, MemoryFilter filter) {
        return store.list(scope, filter, PageRequest.first(500)).rows().stream()
                .map(MemoryRecord::id)
                .toList();
    }

    private static MemoryChange withConfidence(MemoryChange change, @Nullable Double confidence) {
        return new MemoryChange(
                change.text(),
                null,
                null,
                confidence,
                null,
                null,
                null,
                change.key(),
                change.evidence(),
                change.attributes());
    }

    private static IllegalArgumentException taken(String name) {
        return new IllegalArgumentException("Cannot use name '" + name + "': another thing of the type has it");
    }

    private static IllegalArgumentException missing(String verb, String id) {
        return new IllegalArgumentException("Cannot " + verb + " '" + id + "': the workspace does not have it");
    }
}
