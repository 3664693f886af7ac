package tacit.adapt.persona;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.ChannelProfile.Length;
import tacit.api.adapt.MessageLimit;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;

/** Personas and profiles as tests want them. */
final class Personas {

    static final ChannelProfile HEN_HOUSE = new ChannelProfile(
            "hen-house",
            "Hen House",
            Length.SHORTER,
            true,
            false,
            false,
            "Count eggs before anything else.",
            MessageLimit.ofCharacters(160));

    private Personas() {}

    static TablePersonaAdapter on(StateStore store) {
        return new TablePersonaAdapter(store, config(true));
    }

    static TablePersonaAdapter on() {
        return on(new NoStore());
    }

    static TablePersonaAdapter usual() {
        return new TablePersonaAdapter(new NoStore(), Configurations.of(TablePersonaAdapter.Config.class, Map.of()));
    }

    static TablePersonaAdapter.Config config(boolean enabled) {
        return Configurations.of(TablePersonaAdapter.Config.class, Map.of("enabled", enabled));
    }

    /** Holds nothing, and is not to be written to. */
    static final class NoStore implements StateStore {

        @Override
        public Optional<StateDocument> find(Scope scope, String kind, String key) {
            return Optional.empty();
        }

        @Override
        public List<StateDocument> list(Scope scope, StateFilter filter, int limit) {
            return List.of();
        }

        @Override
        public long count(Scope scope, StateFilter filter) {
            return 0;
        }

        @Override
        public Optional<StateDocument> put(
                Scope scope, String kind, String key, long expected, String content, List<String> traceIds) {
            throw new UnsupportedOperationException("Nothing is kept here");
        }

        @Override
        public boolean remove(Scope scope, String kind, String key) {
            throw new UnsupportedOperationException("Nothing is kept here");
        }
    }
}
