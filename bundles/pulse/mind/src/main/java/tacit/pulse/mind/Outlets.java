package tacit.pulse.mind;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.pulse.Dispatches;
import tacit.api.pulse.Foreground;
import tacit.api.reflect.SuggestionDesk;

/** Where reflection leads to. Those parts lead back to it, so they are looked up when they are needed. Thread-safe. */
@Component(service = Outlets.class)
public final class Outlets {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Dispatches dispatches;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable SuggestionDesk suggestions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Foreground foreground;

    @Activate
    public Outlets() {}

    public Outlets(
            @Nullable Dispatches dispatches, @Nullable SuggestionDesk suggestions, @Nullable Foreground foreground) {
        this.dispatches = dispatches;
        this.suggestions = suggestions;
        this.foreground = foreground;
    }

    public Optional<Dispatches> dispatches() {
        return Optional.ofNullable(dispatches);
    }

    public Optional<SuggestionDesk> suggestions() {
        return Optional.ofNullable(suggestions);
    }

    /** Whether somebody works in a workspace right now. */
    public boolean focused(@Nullable String workspace) {
        Foreground asked = foreground;
        return asked != null && workspace != null && asked.active(workspace);
    }
}
