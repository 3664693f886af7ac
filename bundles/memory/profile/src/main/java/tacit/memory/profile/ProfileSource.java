package tacit.memory.profile;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemorySource;
import tacit.api.memory.MemoryStore;
import tacit.api.store.Scope;

/** Offers what is known about the user who asks: reviewed ways to work as the manual, the rest beside it. Immutable. */
@Component(property = Role.PROPERTY + "=memory-source/profile")
public final class ProfileSource implements MemorySource {

    private static final Set<String> MANUAL = Set.of("operating", "voice", "accountability");
    private static final double REVIEWED = 0.85;
    private static final double MANUAL_RELEVANCE = 0.86;
    private static final double USUAL_RELEVANCE = 0.72;

    private final Facts facts;

    @Activate
    public ProfileSource(@Reference MemoryStore store) {
        this.facts = new Facts(store);
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        String user = request.audience().userId();
        if (user == null) {
            return List.of();
        }
        return facts.certain(new Scope(request.workspaceId(), user)).stream()
                .filter(fact -> request.audience().maySee(fact.visibility()))
                .filter(fact -> fact.holdsAt(request.now()))
                .filter(ProfileSource::admitted)
                .limit(request.most())
                .map(this::fragment)
                .toList();
    }

    /** A way to work or to sound was confirmed by somebody, or is as good as certain. */
    private static boolean admitted(MemoryRecord fact) {
        return !MANUAL.contains(fact.kind())
                || Facts.pinned(fact)
                || fact.attribute("source").orElse("").equals("manual")
                || fact.confidence() >= REVIEWED;
    }

    private ContextFragment fragment(MemoryRecord fact) {
        boolean manual = MANUAL.contains(fact.kind());
        return new ContextFragment(
                fact.id(),
                name(),
                manual ? "manual" : "user",
                "[" + Wording.label(fact) + "] " + fact.text(),
                fact.lane(),
                fact.visibility(),
                manual ? MANUAL_RELEVANCE : USUAL_RELEVANCE,
                fact.confidence(),
                fact.updatedAt(),
                List.of(fact.id()));
    }
}
