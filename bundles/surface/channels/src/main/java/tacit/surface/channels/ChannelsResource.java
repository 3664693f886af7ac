package tacit.surface.channels;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.channel.Channels;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Tells an operator how the channels do. */
@Component
public final class ChannelsResource implements HttpResource {

    private final Channels channels;

    @Activate
    public ChannelsResource(@Reference Channels channels) {
        this.channels = channels;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/channels";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        if (!call.query().isEmpty()) {
            throw new HttpProblem(400, "This path takes no query");
        }
        HostOnly.require(call);
        return Reply.json(
                200,
                Views.json(Map.of(
                        "channels",
                        channels.status().stream().map(Views::status).toList())));
    }
}
