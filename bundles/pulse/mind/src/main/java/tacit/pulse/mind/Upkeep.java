package tacit.pulse.mind;

import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.ReflectionTarget.MissedRun;
import tacit.pulse.mind.files.Shelf;
import tacit.pulse.mind.run.Notices;
import tacit.pulse.mind.run.Responses;
import tacit.pulse.mind.store.JournalRows;
import tacit.pulse.mind.store.TargetRows;

/** What is done when the host starts, and from time to time. Thread-safe. */
@Component(service = Upkeep.class)
public final class Upkeep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private final Mind mind;
    private final AutomationProfiles profiles;
    private final Governed governed;
    private final Reflecting reflecting;
    private final Responses responses;
    private final Notices notices;
    private final Shelf shelf;

    @Activate
    public Upkeep(
            @Reference Mind mind,
            @Reference AutomationProfiles profiles,
            @Reference Governed governed,
            @Reference Reflecting reflecting,
            @Reference Responses responses,
            @Reference Notices notices,
            @Reference Shelf shelf) {
        this.mind = mind;
        this.profiles = profiles;
        this.governed = governed;
        this.reflecting = reflecting;
        this.responses = responses;
        this.notices = notices;
        this.shelf = shelf;
    }

    /** Leads on what a crash left, and makes up for what was missed where that is wanted. */
    public void start() {
        int left = reflecting.resume();
        if (left > 0) {
            log.info("{} reflections that were interrupted have been ended", left);
        }
        profiles.list(null).forEach(this::begin);
    }

    private void begin(AutomationProfile profile) {
        mind.write(session -> new TargetRows(session).removeSessionOnly(profile.id()));
        ReflectionSettings settings = governed.of(profile);
        if (!settings.enabled() || !settings.catchUp()) {
            return;
        }
        Instant now = mind.now();
        mind.read(session -> new TargetRows(session).list(profile.id())).stream()
                .filter(target -> target.missedRun() == MissedRun.CATCH_UP && overdue(target, now))
                .forEach(target -> reflecting.reflect(profile.id(), target.key(), "catch_up", false));
    }

    private static boolean overdue(ReflectionTarget target, Instant now) {
        Instant next = target.times().nextEligibleAt();
        return next != null && !next.isAfter(now);
    }

    /** Shows notices whose time has come, hears what people said, and drops what is too old. */
    public void look() {
        notices.show();
        responses.look(null);
        profiles.list(null).forEach(this::prune);
    }

    private void prune(AutomationProfile profile) {
        ReflectionSettings settings = governed.of(profile);
        shelf.prune(profile.id(), settings.keeping().retention());
        Instant before = mind.now().minus(settings.keeping().retention());
        mind.write(session -> new JournalRows(session).prune(before, profile.id()));
    }
}
