package tacit.pulse.offers;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.event.Events;
import tacit.api.reflect.Suggestion;
import tacit.api.store.Scope;

/** Tells of suggestions once they are kept. */
final class News {

    private News() {}

    static void offered(@Nullable Events events, Suggestion suggestion) {
        if (events != null) {
            events.tell(
                    new Scope(
                            suggestion.draft().workspaceId(), suggestion.draft().userId()),
                    "suggestion.offered",
                    suggestion.id(),
                    Map.of("state", suggestion.state().name().toLowerCase(Locale.ROOT)));
        }
    }
}
