package tacit.surface.gateway.rest;

import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.recall.Checkpoints;
import tacit.api.recall.SessionKeeping;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Keeps the state of a run for an agent's host, where it is worth it. */
@Component
public final class CheckpointSaveResource implements HttpResource {

    private final SessionKeeping keeping;
    private final Checkpoints checkpoints;
    private final RunEvidence evidence;
    private final Clock clock;

    @Activate
    public CheckpointSaveResource(
            @Reference SessionKeeping keeping,
            @Reference Checkpoints checkpoints,
            @Reference RunEvidence evidence,
            @Reference Clock clock) {
        this.keeping = keeping;
        this.checkpoints = checkpoints;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/checkpoints";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public long maxBodyBytes() {
        return SessionMessages.MOST_BYTES;
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        try {
            return Json.reply(
                    200,
                    CheckpointViews.of(
                            keeping.keep(CheckpointQuestion.of(call, checkpoints, evidence, clock.instant()))));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }
}
