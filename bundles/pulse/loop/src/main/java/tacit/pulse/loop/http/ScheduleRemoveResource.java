package tacit.pulse.loop.http;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.PulseDesk;

/** Ends a schedule. */
@Component
public final class ScheduleRemoveResource implements HttpResource {

    private final PulseDesk desk;

    @Activate
    public ScheduleRemoveResource(@Reference PulseDesk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "DELETE";
    }

    @Override
    public String path() {
        return "/v1/schedules/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        String workspace = Own.workspace(call);
        String id = call.pathParameters().getOrDefault("id", "");
        boolean own = desk.schedules(null).stream()
                .anyMatch(schedule ->
                        schedule.id().equals(id) && schedule.workspaceId().equals(workspace));
        if (!own || !desk.removeSchedule(id, call.principal().name())) {
            throw new HttpProblem(404, "There is no such schedule");
        }
        return Asked.reply(Map.of("removed", id));
    }
}
