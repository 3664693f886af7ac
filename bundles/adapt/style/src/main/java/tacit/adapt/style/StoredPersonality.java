package tacit.adapt.style;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.CompletedTask;
import tacit.api.adapt.Personality;
import tacit.api.adapt.RelationshipStats;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateStore;
import tacit.api.adapt.Style;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/** Says styles in words, and counts tasks. Stateless. */
@Component(property = Role.PROPERTY + "=personality")
public final class StoredPersonality implements Personality {

    private static final String KIND = "personality";
    private static final String KEY = "relationship";
    private static final int ATTEMPTS = 100;

    private final StateStore store;
    private final StyleDocuments documents;
    private final Clock clock;

    @Activate
    public StoredPersonality(@Reference StateStore store, @Reference Clock clock) {
        this.store = store;
        documents = new StyleDocuments(store);
        this.clock = clock;
    }

    @Override
    public List<String> lines(Scope scope, @Nullable String channel) {
        StyleState user = scope.userId() == null ? null : documents.read(scope);
        Style style =
                new Inheritance(user, documents.workspace(scope)).style(scope.userId(), StoredStyle.name(channel));
        return StyleLines.of(style.levels().stream());
    }

    @Override
    public RelationshipStats relationship(Scope scope) {
        return read(store.find(owner(scope), KIND, KEY)).stats(clock.instant());
    }

    @Override
    public RelationshipStats recordTasks(Scope scope, List<CompletedTask> tasks) {
        Scope owner = owner(scope);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<StateDocument> document = store.find(owner, KIND, KEY);
            Relationship relationship = read(document);
            long version = document.map(StateDocument::version).orElse(0L);
            boolean known = tasks.stream().filter(relationship::count).count() == 0;
            if (known
                    || store.put(owner, KIND, KEY, version, write(relationship), List.of())
                            .isPresent()) {
                return relationship.stats(clock.instant());
            }
        }
        throw new IllegalStateException("Cannot count tasks: somebody else did " + ATTEMPTS + " times");
    }

    private static Scope owner(Scope scope) {
        if (scope.userId() == null) {
            throw new IllegalArgumentException("scope must have a user: it is about somebody");
        }
        return scope;
    }

    private static Relationship read(Optional<StateDocument> document) {
        Relationship relationship = new Relationship();
        document.map(StateDocument::content).map(StateJson::tree).ifPresent(root -> {
            relationship.stand(
                    root.path("tasks").asLong(), root.hasNonNull("first") ? StateJson.time(root.path("first")) : null);
            root.path("projects").forEach(project -> relationship.projects().add(project.asText()));
            for (JsonNode one : root.path("milestones")) {
                relationship
                        .milestones()
                        .add(new RelationshipStats.Milestone(
                                one.path("tasks").asInt(), StateJson.time(one.path("at"))));
            }
            root.path("seen").forEach(id -> relationship.seen().add(id.asLong()));
        });
        return relationship;
    }

    private static String write(Relationship relationship) {
        ObjectNode root = StateJson.JSON.createObjectNode().put("tasks", relationship.tasks());
        if (relationship.first() != null) {
            root.put("first", relationship.first().toEpochMilli());
        }
        StateJson.texts(relationship.projects(), root.putArray("projects"));
        ArrayNode milestones = root.putArray("milestones");
        relationship.milestones().forEach(one -> milestones
                .addObject()
                .put("tasks", one.tasks())
                .put("at", one.at().toEpochMilli()));
        ArrayNode seen = root.putArray("seen");
        relationship.seen().forEach(seen::add);
        return StateJson.text(root);
    }
}
