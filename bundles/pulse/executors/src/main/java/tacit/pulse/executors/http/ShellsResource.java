package tacit.pulse.executors.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.execute.Shells;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Lists the shell sessions of a workspace. */
@Component
public final class ShellsResource implements HttpResource {

    private final Shells shells;

    @Activate
    public ShellsResource(@Reference Shells shells) {
        this.shells = shells;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/shells";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Views.onlyParameters(call, Set.of());
        return Reply.json(
                200,
                Views.json(Map.of(
                        "shells",
                        shells.sessions(Own.workspace(call)).stream()
                                .map(Views::session)
                                .toList())));
    }
}
