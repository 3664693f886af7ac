package tacit.pulse.mind.run;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionSituation;
import tacit.api.reflect.ReflectionTarget;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.Outlets;
import tacit.pulse.mind.store.BacklogRows;
import tacit.pulse.mind.store.EvidenceRows;
import tacit.pulse.mind.store.PastRows;
import tacit.pulse.mind.store.TargetRows;

/** What a run decides from, as it is kept: the same after a crash. Thread-safe. */
@Component(service = Situations.class)
public final class Situations {

    private static final int MOST_PAST = 200;

    private final Mind mind;
    private final Outlets outlets;

    @Activate
    public Situations(@Reference Mind mind, @Reference Outlets outlets) {
        this.mind = mind;
        this.outlets = outlets;
    }

    ReflectionSituation of(Cycle cycle) {
        ReflectionRun run = cycle.run();
        boolean focused = outlets.focused(run.workspaceId());
        return mind.read(session -> {
            ReflectionTarget target = new TargetRows(session)
                    .find(run.profileId(), run.targetKey())
                    .orElseThrow(() -> new IllegalStateException("Cannot find target '" + run.targetKey() + "'"));
            PastRows past = new PastRows(session);
            return new ReflectionSituation(
                    run.id(),
                    target,
                    new EvidenceRows(session).of(run.id()),
                    new BacklogRows(session).ofTarget(run.profileId(), run.targetKey()),
                    past.of(run.profileId(), MOST_PAST).stream()
                            .filter(one -> one.kind() == target.kind()
                                    || one.targetKey().equals(target.key()))
                            .toList(),
                    cycle.settings(),
                    past.accepted(run.profileId(), run.workspaceId()),
                    focused,
                    mind.now());
        });
    }

    /** The ids of the evidence as references for others. */
    List<String> references(ReflectionRun run) {
        return mind.read(session -> new EvidenceRows(session).of(run.id())).stream()
                .map(piece -> piece.reference() == null ? "reflection:" + run.id() : piece.reference())
                .distinct()
                .toList();
    }
}
