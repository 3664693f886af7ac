package tacit.memory.relationship;

import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemorySource;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.RelationshipItem.Layer;
import tacit.api.store.Scope;

/** Offers commitments, context and history of the user who asks. Immutable. */
@Component(property = Role.PROPERTY + "=memory-source/relationship")
public final class RelationshipSource implements MemorySource {

    private static final double COMMITMENT = 0.88;
    private static final double PREFERENCE = 0.80;
    private static final double OTHER = 0.62;

    private final Items items;

    @Activate
    public RelationshipSource(@Reference MemoryStore store) {
        this.items = new Items(store);
    }

    @Override
    public String name() {
        return "relationship";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        String user = request.audience().userId();
        if (user == null) {
            return List.of();
        }
        return items.all(new Scope(request.workspaceId(), user)).stream()
                .filter(item -> request.audience().maySee(item.visibility()))
                .filter(item -> !Items.isDone(item) && item.holdsAt(request.now()))
                .limit(request.most())
                .map(item -> fragment(item, request.now()))
                .toList();
    }

    private ContextFragment fragment(MemoryRecord item, Instant now) {
        return new ContextFragment(
                item.id(),
                name(),
                "user",
                "[" + item.kind() + "] " + RelationshipText.line(item, now),
                item.lane(),
                item.visibility(),
                relevance(item.kind()),
                item.confidence(),
                item.updatedAt(),
                List.of(item.id()));
    }

    private static double relevance(String kind) {
        if (kind.equals(Items.COMMITMENTS)) {
            return COMMITMENT;
        }
        return kind.equals(Items.kind(Layer.PREFERENCES)) ? PREFERENCE : OTHER;
    }
}
