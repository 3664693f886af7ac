package tacit.memory.playbook;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemorySource;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookMatch;
import tacit.api.store.Scope;

/** Offers what was tried before for tasks like this one, and what came of it. */
@Component(property = Role.PROPERTY + "=memory-source/playbook")
@Designate(ocd = PlaybookFragments.Config.class)
public final class PlaybookFragments implements MemorySource {

    static final double RELEVANCE = 0.77;
    static final double CONFIDENCE = 0.85;

    private static final int ENTRIES = 5;

    /** What counts as relevant. */
    @ObjectClassDefinition(name = "Tacit playbook in prompts")
    public @interface Config {

        @AttributeDefinition(
                name = "Least relevance",
                description = "An episode is relevant when it shares so much with a task, above 0 and at most 1",
                min = "0",
                max = "1")
        double least_relevance() default Limits.LEAST_RELEVANCE;

        @AttributeDefinition(
                name = "Episodes looked at",
                description = "How many of the newest episodes are compared with a task, from 1 to 1000",
                min = "1",
                max = "1000")
        int scanned() default Limits.SCANNED;
    }

    private final Matching matching;

    @Activate
    public PlaybookFragments(@Reference MemoryStore store, Config config) {
        this.matching = Limits.matching(store, config.least_relevance(), config.scanned());
    }

    @Override
    public String name() {
        return "playbook";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        Scope scope = new Scope(request.workspaceId(), request.audience().userId());
        int most = Math.min(ENTRIES, request.most());
        return matching.relevant(scope, request.audience(), request.task(), most, request.now()).stream()
                .map(PlaybookMatch::entry)
                .map(this::fragment)
                .toList();
    }

    private ContextFragment fragment(PlaybookEntry entry) {
        return new ContextFragment(
                "playbook:" + entry.id(),
                name(),
                "playbook",
                "[Playbook] " + Wording.line(entry),
                entry.episode().source().lane(),
                entry.episode().source().visibility(),
                RELEVANCE,
                CONFIDENCE,
                entry.updatedAt(),
                List.of(entry.id()));
    }
}
