package tacit.pulse.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalFamily;
import tacit.api.reflect.DreamingDesk;
import tacit.api.reflect.DreamingDesk.DreamingResult;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionDesk.ReflectionResult;

/** What a pulse makes the core think about, after its dispatch has begun: whatever comes of it, the pulse goes on. Thread-safe. */
@Component(service = Thoughts.class)
public final class Thoughts {

    private static final Logger log = LoggerFactory.getLogger(Thoughts.class);
    private static final int ENOUGH = 2;
    private static final Set<SignalFamily> DREAMT =
            Set.of(SignalFamily.MEMORY_DRIFT, SignalFamily.CORRECTION_LEARNING, SignalFamily.CROSS_WORKSPACE_PATTERNS);

    private final PulseStore store;
    private final CoreSwitches switches;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ReflectionDesk reflection;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable DreamingDesk dreaming;

    @Activate
    public Thoughts(@Reference PulseStore store, @Reference CoreSwitches switches) {
        this.store = store;
        this.switches = switches;
    }

    /**
     * What came of it. Immutable.
     *
     * @param reflection null for none
     * @param dreaming null for none
     * @param troubles what went wrong
     */
    record Thought(
            @Nullable ReflectionResult reflection, @Nullable DreamingResult dreaming, List<String> troubles) {

        static final Thought NONE = new Thought(null, null, List.of());
    }

    /** Whether there is something to think about. */
    boolean due(PulseSituation situation, PulseDecision decision) {
        return reflects(situation, decision) || dreams(situation, decision);
    }

    private boolean reflects(PulseSituation situation, PulseDecision decision) {
        if (reflection == null || !switches.on(CoreStage.REFLECTION) || asleep(decision)) {
            return false;
        }
        int waiting = situation.signals().size()
                + situation.checklist().size()
                + situation.proactive().size();
        return decision.outcome() != PulseOutcome.IDLE || waiting >= ENOUGH || situation.assignedTasks() >= ENOUGH;
    }

    private static boolean asleep(PulseDecision decision) {
        return decision.rule().equals("active_hours");
    }

    private boolean dreams(PulseSituation situation, PulseDecision decision) {
        DreamingDesk there = dreaming;
        return there != null
                && switches.on(CoreStage.DREAMING)
                && !asleep(decision)
                && (newest(situation).isPresent() || pressed(there, situation));
    }

    /** Files that nobody can read now are no reason for a pulse to fail. */
    private static boolean pressed(DreamingDesk desk, PulseSituation situation) {
        try {
            return desk.pressed(situation.profile().workspaceId());
        } catch (RuntimeException e) {
            log.warn(
                    "Cannot tell how full the memory files of profile '{}' are",
                    situation.profile().id(),
                    e);
            return false;
        }
    }

    /** The last signal that asks for a dream and was in none yet. */
    private Optional<Instant> newest(PulseSituation situation) {
        Optional<Instant> newest = situation.signals().stream()
                .filter(signal -> DREAMT.contains(signal.family()))
                .map(Signal::lastSeenAt)
                .max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            return newest;
        }
        Instant before = store.standing(situation.profile().id()).dreamtAt();
        return newest.filter(at -> before == null || at.isAfter(before));
    }

    Thought think(PulseSituation situation, PulseDecision decision, String runId) {
        List<String> troubles = new ArrayList<>();
        ReflectionResult reflected = null;
        DreamingResult dreamt = null;
        try {
            reflected = reflect(situation, decision, runId);
        } catch (RuntimeException e) {
            log.warn("Cannot reflect after pulse '{}'", runId, e);
            troubles.add("reflection: " + e.getMessage());
        }
        try {
            dreamt = dream(situation, decision, runId);
        } catch (RuntimeException e) {
            log.warn("Cannot dream after pulse '{}'", runId, e);
            troubles.add("dreaming: " + e.getMessage());
        }
        return new Thought(reflected, dreamt, troubles);
    }

    private @Nullable ReflectionResult reflect(PulseSituation situation, PulseDecision decision, String runId) {
        ReflectionDesk there = reflection;
        if (there == null || !reflects(situation, decision)) {
            return null;
        }
        return there.reflect(situation.profile().id(), null, "pulse:" + runId, false)
                .orElse(null);
    }

    private @Nullable DreamingResult dream(PulseSituation situation, PulseDecision decision, String runId) {
        DreamingDesk there = dreaming;
        if (there == null || !dreams(situation, decision)) {
            return null;
        }
        String profileId = situation.profile().id();
        Optional<Instant> upTo = newest(situation);
        Optional<DreamingResult> result =
                there.dream(profileId, situation.profile().workspaceId(), DreamingDesk.Trigger.HEARTBEAT, runId, null);
        if (result.isPresent()) {
            upTo.ifPresent(at -> store.write(session -> {
                new Standing.Rows(session).dreamt(profileId, at);
                return at;
            }));
        }
        return result.orElse(null);
    }
}
