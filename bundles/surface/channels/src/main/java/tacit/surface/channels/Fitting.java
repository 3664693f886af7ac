package tacit.surface.channels;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.MessageLimit;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.channel.ChannelManner;
import tacit.api.channel.ChannelTraits;
import tacit.api.store.Scope;

/** Has an answer made fit its channel, and tells the persona what the channel says of itself. Thread-safe. */
@Component(service = Fitting.class)
public final class Fitting {

    private static final Logger log = LoggerFactory.getLogger(Fitting.class);

    private static final String INTRODUCED = "channel.introduced";
    private static final Scope HOST = Scope.ofDefaultWorkspace();
    private static final int MOST = 1000;

    private final StateStore store;

    /** Without one, answers are cut to their limit and nothing else. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ChannelPersonaAdapter persona;

    @Activate
    public Fitting(@Reference StateStore store) {
        this.store = store;
    }

    boolean isThere() {
        return persona != null;
    }

    /** What prompts for this channel are told of it, from now on. */
    void introduce(String workspaceId, ChannelTraits traits) {
        ChannelPersonaAdapter adapter = persona;
        if (adapter != null && adapter.keepProfile(workspaceId, traits.name(), profile(traits))) {
            store.put(HOST, INTRODUCED, workspaceId, 0, "{}", List.of());
        }
    }

    /** Where channels have said something of themselves. */
    List<String> workspaces() {
        return store.list(HOST, StateFilter.of(INTRODUCED), MOST).stream()
                .map(StateDocument::key)
                .toList();
    }

    /** The channels that have. */
    List<String> introduced(String workspaceId) {
        ChannelPersonaAdapter adapter = persona;
        return adapter == null
                ? List.of()
                : adapter.ownProfiles(workspaceId).stream()
                        .map(ChannelProfile::channel)
                        .toList();
    }

    /** Prompts for a channel that has gone are told what the table says, if it knows it. */
    void takeLeave(String workspaceId, String channel) {
        ChannelPersonaAdapter adapter = persona;
        if (adapter != null) {
            adapter.keepProfile(workspaceId, channel, null);
        }
    }

    /** The messages that an answer makes, none longer than the channel bears. */
    List<String> fit(ChannelTraits traits, String answer) {
        return fitted(traits, answer).stream()
                .flatMap(piece -> Pieces.of(piece, traits.longestMessage()).stream())
                .toList();
    }

    // An edge: an answer is not lost because nobody can say how it fits best
    private List<String> fitted(ChannelTraits traits, String answer) {
        ChannelPersonaAdapter adapter = persona;
        if (adapter == null) {
            return List.of(answer);
        }
        try {
            return adapter.fit(traits.name(), answer, profile(traits));
        } catch (RuntimeException e) {
            log.warn("Cannot make an answer fit channel '{}'; it is only cut", traits.name(), e);
            return List.of(answer);
        }
    }

    private static ChannelProfile profile(ChannelTraits traits) {
        ChannelManner manner = traits.manner();
        return new ChannelProfile(
                traits.name(),
                traits.name(),
                ChannelProfile.Length.valueOf(manner.length().name()),
                manner.structured(),
                manner.emoji(),
                manner.formal(),
                manner.theme(),
                MessageLimit.ofCharacters(traits.longestMessage()));
    }
}
