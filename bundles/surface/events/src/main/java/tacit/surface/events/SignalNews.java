package tacit.surface.events;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import tacit.api.event.Events;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Signals;
import tacit.api.store.Scope;

/** Tells of each new or stronger signal in the workspace of its profile. Thread-safe. */
@Component(service = SignalNews.class, immediate = true)
public final class SignalNews {

    private final Events events;
    private final AutomationProfiles profiles;
    private final AutoCloseable following;

    /** Where profiles work, which never changes. */
    private final Map<String, String> workspaces = new ConcurrentHashMap<>();

    @Activate
    public SignalNews(@Reference Events events, @Reference AutomationProfiles profiles, @Reference Signals signals) {
        this.events = events;
        this.profiles = profiles;
        this.following = signals.follow(this::told);
    }

    private void told(Signal signal) {
        workspace(signal)
                .ifPresent(workspace -> events.tell(
                        Scope.ofWorkspace(workspace),
                        "signal.recorded",
                        signal.id(),
                        Map.of(
                                "profile", signal.profileId(),
                                "family", signal.family().name().toLowerCase(Locale.ROOT),
                                "urgency", signal.urgency().name().toLowerCase(Locale.ROOT),
                                "told", Integer.toString(signal.mergedCount()))));
    }

    private Optional<String> workspace(Signal signal) {
        Optional<String> known = Optional.ofNullable(signal.workspaceId())
                .or(() -> Optional.ofNullable(workspaces.get(signal.profileId())));
        if (known.isPresent()) {
            return known;
        }
        Optional<String> found = profiles.find(signal.profileId()).map(AutomationProfile::workspaceId);
        found.ifPresent(workspace -> workspaces.put(signal.profileId(), workspace));
        return found;
    }

    @Deactivate
    void close() throws Exception {
        following.close();
    }
}
