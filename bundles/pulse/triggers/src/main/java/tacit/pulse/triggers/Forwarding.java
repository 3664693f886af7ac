package tacit.pulse.triggers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals;
import tacit.api.pulse.Signals.Filter;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.pulse.triggers.SqlReadings.Untold;

/**
 * Tells on what readings told. Each reading has a reference of its own among the evidence of its signals; before one is told again,
 * the ledger is searched for it, so that a host that died in between neither loses nor doubles it. Thread-safe.
 */
@Component(service = Forwarding.class)
public final class Forwarding {

    private static final Logger log = LoggerFactory.getLogger(Forwarding.class);

    /** After that, what is still there was left behind, by this host or another one. */
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(20);

    private static final int AT_ONCE = 100;
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 20;

    private final SqlReadings readings;
    private final Signals signals;
    private final CoreSwitches switches;
    private final Tallies tallies;
    private final Clock clock;

    @Activate
    public Forwarding(
            @Reference SqlReadings readings,
            @Reference Signals signals,
            @Reference CoreSwitches switches,
            @Reference Tallies tallies,
            @Reference Clock clock) {
        this.readings = readings;
        this.signals = signals;
        this.switches = switches;
        this.tallies = tallies;
        this.clock = clock;
    }

    static String reference(String triggerId, long sequence) {
        return "trigger:" + triggerId + "/" + sequence;
    }

    /** Tells for the first time; what fails is told later. */
    void tell(Untold untold) {
        try {
            submit(untold);
        } catch (RuntimeException e) {
            log.warn("Cannot tell signals of trigger '{}' yet", untold.triggerId(), e);
        }
    }

    private void submit(Untold untold) {
        try {
            signals.submit(untold.drafts());
        } catch (IllegalArgumentException e) {
            // It would be refused for ever: its profile, say, is not there
            log.warn("Signals of trigger '{}' were refused and are dropped", untold.triggerId(), e);
            tallies.of(untold.triggerId()).note("Its signals were refused: " + e.getMessage());
        }
        readings.told(untold.triggerId(), untold.sequence());
    }

    /** Tells what was left behind; answers how many readings that were. */
    int tellLeft() {
        int told = 0;
        Instant before = clock.instant().minus(LEFT_BEHIND);
        for (Untold untold : readings.untold(before, AT_ONCE)) {
            if (!switches.on(CoreStage.TRIGGERS)) {
                return told;
            }
            if (isTold(untold)) {
                readings.told(untold.triggerId(), untold.sequence());
            } else {
                submit(untold);
            }
            told++;
        }
        return told;
    }

    /** All of a reading are told, or none. */
    private boolean isTold(Untold untold) {
        String reference = reference(untold.triggerId(), untold.sequence());
        Set<SignalFamily> families = new TreeSet<>();
        untold.drafts().forEach(draft -> families.add(draft.family()));
        SignalDraft first = untold.drafts().get(0);
        return families.stream()
                .anyMatch(family -> holds(new Filter(first.profileId(), first.workspaceId(), family, null), reference));
    }

    private boolean holds(Filter filter, String reference) {
        for (int page = 0; page < MOST_PAGES; page++) {
            Page<Signal> found = signals.list(filter, new PageRequest((long) page * PAGE, PAGE));
            if (found.rows().stream().anyMatch(signal -> signal.evidence().contains(reference))) {
                return true;
            }
            if (!found.hasMore()) {
                return false;
            }
        }
        return false;
    }
}
