package tacit.memory.curated;

import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemorySource;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Reach;
import tacit.api.store.Scope;

/** Offers curated entries to the next prompt, those about the user and those about the workspace in turns. */
@Component(property = Role.PROPERTY + "=memory-source/curated")
public final class CuratedSource implements MemorySource {

    private static final int MOST = 10;
    private static final double OF_USER = 0.93;
    private static final double OF_WORKSPACE = 0.90;

    private final Entries entries;

    @Activate
    public CuratedSource(@Reference MemoryStore store) {
        entries = new Entries(store);
    }

    @Override
    public String name() {
        return "curated";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        Audience audience = request.audience();
        Scope scope = new Scope(request.workspaceId(), audience.userId());
        List<MemoryRecord> shown = entries.list(scope, null, null, Integer.MAX_VALUE).stream()
                .filter(entry -> audience.maySee(entry.visibility()) && concerns(audience, entry))
                .filter(entry -> entry.holdsAt(request.now()))
                .toList();
        return entries.inTurns(shown, Math.min(MOST, request.most())).stream()
                .map(CuratedSource::fragment)
                .toList();
    }

    private static boolean concerns(Audience audience, MemoryRecord entry) {
        return entry.scope().reach() != Reach.USER
                || Objects.equals(entry.scope().id(), audience.userId());
    }

    private static ContextFragment fragment(MemoryRecord entry) {
        String target = entry.attributes().getOrDefault(Entries.TARGET, "workspace");
        return new ContextFragment(
                "curated:" + entry.id(),
                "curated",
                "curated",
                "[" + target + "/" + entry.kind() + "] " + entry.text(),
                entry.lane(),
                entry.visibility(),
                target.equals("user") ? OF_USER : OF_WORKSPACE,
                entry.confidence(),
                entry.updatedAt(),
                List.of(entry.id()));
    }
}
