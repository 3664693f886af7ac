package tacit.pulse.loop.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.PulseDesk;

/** Lists times that were handed over. */
@Component
public final class SchedulesResource implements HttpResource {

    private final PulseDesk desk;

    @Activate
    public SchedulesResource(@Reference PulseDesk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/schedules";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Asked.parameters(call, Set.of("profile"));
        String workspace = Own.workspace(call);
        return Asked.reply(Map.of(
                "rows",
                desk.schedules(call.parameter("profile").orElse(null)).stream()
                        .filter(schedule -> schedule.workspaceId().equals(workspace))
                        .map(Views::schedule)
                        .toList()));
    }
}
