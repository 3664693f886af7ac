package tacit.adapt.persona;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.StateStore;
import tacit.api.harness.Role;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemorySource;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;

/** Offers to each prompt what the channel of its answer asks for. It has the settings of the role. */
@Component(configurationPid = TablePersonaAdapter.PID, property = Role.PROPERTY + "=memory-source/persona")
public final class PersonaFragments implements MemorySource {

    private static final String SECTION = "channel";

    /** What protects people comes before what pleases them. */
    private static final double RELEVANCE_OF_READERS = 1.0;

    private static final double RELEVANCE_OF_MANNER = 0.95;

    private final OwnProfiles profiles;
    private final boolean enabled;

    @Activate
    public PersonaFragments(@Reference StateStore store, TablePersonaAdapter.Config config) {
        this.profiles = new OwnProfiles(store);
        this.enabled = config.enabled();
    }

    @Override
    public String name() {
        return "persona";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        String channel = request.audience().channel();
        if (!enabled || channel == null) {
            return List.of();
        }
        @Nullable
        ChannelProfile own = profiles.find(request.workspaceId(), TablePersonaAdapter.id(channel))
                .orElse(null);
        Directive directive =
                TablePersonaAdapter.directive(channel, request.audience().kind(), own);
        List<ContextFragment> fragments = new ArrayList<>();
        add(fragments, request, "readers", directive.readers(), RELEVANCE_OF_READERS);
        add(fragments, request, "manner", directive.manner(), RELEVANCE_OF_MANNER);
        return fragments.stream().limit(request.most()).toList();
    }

    private void add(
            List<ContextFragment> fragments,
            ContextRequest request,
            String what,
            List<String> lines,
            double relevance) {
        if (lines.isEmpty()) {
            return;
        }
        fragments.add(new ContextFragment(
                "channel:" + what,
                name(),
                SECTION,
                String.join("\n", lines),
                TrustLane.STATEMENT,
                Visibility.PUBLIC,
                relevance,
                1,
                request.now(),
                List.of()));
    }
}
