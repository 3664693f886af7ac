package tacit.pulse.mind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionBacklog.State;
import tacit.api.reflect.ReflectionPast;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.ReflectionTarget.Health;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.store.Session;
import tacit.pulse.mind.files.Shelf;
import tacit.pulse.mind.run.Targets;
import tacit.pulse.mind.store.BacklogRows;
import tacit.pulse.mind.store.NoticeRows;
import tacit.pulse.mind.store.PastRows;
import tacit.pulse.mind.store.ResetRows;
import tacit.pulse.mind.store.RunMoves;
import tacit.pulse.mind.store.RunRows;
import tacit.pulse.mind.store.TargetRows;

/** What people do to what was thought; each act stands in the audit log before. Thread-safe. */
@Component(service = Reviewing.class)
public final class Reviewing {

    private final Mind mind;
    private final AuditLog audit;
    private final Shelf shelf;

    @Activate
    public Reviewing(@Reference Mind mind, @Reference AuditLog audit, @Reference Shelf shelf) {
        this.mind = mind;
        this.audit = audit;
        this.shelf = shelf;
    }

    boolean dismiss(String runId, String by, String reason) {
        Optional<ReflectionRun> found = mind.read(session -> new RunRows(session).find(runId));
        if (found.isEmpty()) {
            return false;
        }
        ReflectionRun run = found.get();
        if (run.stage() != Stage.COMPLETED || run.outcome() == Outcome.DISPATCH) {
            throw new IllegalStateException(
                    "Cannot dismiss run '" + runId + "': it is " + run.stage() + " with outcome " + run.outcome());
        }
        audit.write(by, "reflection.dismiss", runId, Map.of("profile", run.profileId()));
        mind.write(session -> {
            new RunMoves(session)
                    .end(run, Stage.BLOCKED, Outcome.DISMISS, run.summary(), mind.words(reason, 400), mind.now());
            new BacklogRows(session)
                    .ofRun(runId).stream()
                            .filter(point -> point.state() == State.OPEN || point.state() == State.DISPATCHED)
                            .forEach(point -> unwanted(session, point, reason));
            return run;
        });
        return true;
    }

    private void unwanted(Session session, ReflectionBacklog point, String reason) {
        new BacklogRows(session).move(point, State.REJECTED, null, mind.words(reason, 200), mind.now());
        Kind kind = new TargetRows(session)
                .find(point.profileId(), point.targetKey())
                .map(ReflectionTarget::kind)
                .orElse(Kind.WORKSPACE);
        new PastRows(session)
                .add(
                        "operator:" + point.id(),
                        point.profileId(),
                        point.workspaceId(),
                        new ReflectionPast(
                                point.targetKey(),
                                kind,
                                point.generator(),
                                point.subject(),
                                false,
                                "operator",
                                mind.now()));
    }

    boolean dismissTarget(String profile, String key, String by) {
        Optional<ReflectionTarget> found = mind.read(session -> new TargetRows(session).find(profile, key));
        found.ifPresent(target -> {
            audit.write(by, "reflection.target.dismiss", key, Map.of("profile", profile));
            ReflectionTarget.Last last = new ReflectionTarget.Last(
                    "dismiss",
                    target.last().winner(),
                    target.last().dispatchKind(),
                    target.last().dispatchStatus());
            mind.write(session -> {
                new TargetRows(session)
                        .put(Targets.with(target, Health.WATCH, ReflectionTarget.State.STALE, target.times(), last));
                return target;
            });
        });
        return found.isPresent();
    }

    boolean rejectBacklog(String id, String by, String reason) {
        Optional<ReflectionBacklog> found = mind.read(session -> new BacklogRows(session).find(id));
        found.ifPresent(point -> {
            if (!point.state().leadsTo(State.REJECTED)) {
                throw new IllegalStateException("Cannot reject point '" + id + "': it is " + point.state());
            }
            audit.write(by, "reflection.backlog.reject", id, Map.of("profile", point.profileId()));
            mind.write(session -> {
                unwanted(session, point, reason);
                return point;
            });
        });
        return found.isPresent();
    }

    boolean seen(String id, String by) {
        if (mind.read(session -> new NoticeRows(session).find(id)).isEmpty()) {
            return false;
        }
        audit.write(by, "reflection.notice.seen", id, Map.of());
        return mind.write(session -> new NoticeRows(session).seen(id, mind.now()));
    }

    Map<String, Integer> reset(String profile, String by) {
        List<ReflectionRun> open = mind.read(session -> new RunRows(session).open()).stream()
                .filter(run -> run.profileId().equals(profile))
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("Cannot reset profile '" + profile + "': run '"
                    + open.get(0).id() + "' goes on");
        }
        audit.write(by, "reflection.reset", profile, Map.of());
        int files = shelf.clear(profile);
        Map<String, Integer> counts = new HashMap<>(mind.write(session -> new ResetRows(session).all(profile)));
        counts.put("files", files);
        return counts;
    }
}
