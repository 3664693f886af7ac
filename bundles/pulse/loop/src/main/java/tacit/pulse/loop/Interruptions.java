package tacit.pulse.loop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.SuggestionDesk;

/** How often people were interrupted: by suggestions, whoever offered them, and by notices. Thread-safe. */
@Component(service = Interruptions.class)
public final class Interruptions {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SuggestionDesk suggestions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ReflectionDesk notices;

    /** How often by a profile since a moment; a part that is not there interrupted nobody. */
    int since(String profileId, Instant moment) {
        SuggestionDesk desk = suggestions;
        ReflectionDesk mind = notices;
        return (desk == null ? 0 : desk.offered(profileId, moment)) + (mind == null ? 0 : mind.told(profileId, moment));
    }
}
