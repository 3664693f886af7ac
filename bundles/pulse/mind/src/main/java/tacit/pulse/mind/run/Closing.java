package tacit.pulse.mind.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.execute.Execution;
import tacit.api.execute.ExecutionListener;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionBacklog.State;
import tacit.api.reflect.ReflectionPast;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.store.Session;
import tacit.pulse.mind.Mind;
import tacit.pulse.mind.store.BacklogRows;
import tacit.pulse.mind.store.PastRows;
import tacit.pulse.mind.store.RunMoves;
import tacit.pulse.mind.store.TargetRows;

/** Closes points whose work ended, opens those whose work failed again, and remembers both for the next run. Thread-safe. */
@Component(service = {Closing.class, ExecutionListener.class})
public final class Closing implements ExecutionListener {

    private final Mind mind;

    @Activate
    public Closing(@Reference Mind mind) {
        this.mind = mind;
    }

    @Override
    public void ended(Execution execution) {
        boolean ours = execution.brief().source().equals("reflection");
        if (ours && execution.state().ended()) {
            Result result =
                    switch (execution.state()) {
                        case SUCCEEDED -> Result.GOOD;
                        case FAILED -> environmental(execution) ? Result.NEUTRAL : Result.BAD;
                        case CANCELLED, WAITING, QUEUED, RUNNING -> Result.NEUTRAL;
                    };
            ended(
                    execution.brief().runId(),
                    result,
                    "execution",
                    execution.state().name());
        }
    }

    private static boolean environmental(Execution execution) {
        return execution.result() != null && execution.result().environmental();
    }

    /** How work went. */
    enum Result {
        GOOD,
        BAD,
        /** The world was in the way, or somebody stopped it: nothing is learnt of that, and it is to be done again. */
        NEUTRAL,
        /** People do not want it. */
        UNWANTED
    }

    /**
     * Says how the work behind points went; the second time changes nothing.
     *
     * @param dispatch the dispatch's run, or {@code suggestion:ID}
     */
    void ended(String dispatch, Result result, String source, String words) {
        mind.write(session -> {
            List<ReflectionBacklog> points = new BacklogRows(session)
                    .ofDispatch(dispatch).stream()
                            .filter(point -> point.state() == State.DISPATCHED)
                            .toList();
            points.forEach(point -> close(session, point, dispatch, result, source, words));
            return points.size();
        });
    }

    private void close(
            Session session, ReflectionBacklog point, String dispatch, Result result, String source, String words) {
        State to =
                switch (result) {
                    case GOOD -> State.DONE;
                    case BAD, NEUTRAL -> State.OPEN;
                    case UNWANTED -> State.REJECTED;
                };
        String status = words.toLowerCase(Locale.ROOT);
        new BacklogRows(session).move(point, to, null, status, mind.now());
        new RunMoves(session).dispatchEnded(dispatch, status);
        Optional<ReflectionTarget> target = new TargetRows(session).find(point.profileId(), point.targetKey());
        target.ifPresent(known -> new TargetRows(session).put(told(known, status)));
        if (result != Result.NEUTRAL) {
            Kind kind = target.map(ReflectionTarget::kind).orElse(Kind.WORKSPACE);
            new PastRows(session)
                    .add(
                            dispatch + ":" + point.id(),
                            point.profileId(),
                            point.workspaceId(),
                            new ReflectionPast(
                                    point.targetKey(),
                                    kind,
                                    point.generator(),
                                    point.subject(),
                                    result == Result.GOOD,
                                    source,
                                    mind.now()));
        }
    }

    private static ReflectionTarget told(ReflectionTarget target, String status) {
        return Targets.with(
                target,
                target.health(),
                target.state(),
                target.times(),
                new ReflectionTarget.Last(
                        target.last().outcome(),
                        target.last().winner(),
                        target.last().dispatchKind(),
                        status));
    }
}
