package tacit.surface.channels;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.channel.Channels;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Lists messages of a channel that are not done, without what they say. */
@Component
public final class ChannelMessagesResource implements HttpResource {

    private static final int USUAL = 50;
    private static final int MOST = 1_000;

    private final Channels channels;

    @Activate
    public ChannelMessagesResource(@Reference Channels channels) {
        this.channels = channels;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/channels/{name}/messages";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        if (!Set.of("limit").containsAll(call.query().keySet())) {
            throw new HttpProblem(400, "This path knows the parameter limit");
        }
        HostOnly.require(call);
        String name = call.pathParameters().getOrDefault("name", "");
        if (channels.status().stream().noneMatch(channel -> channel.name().equals(name))) {
            throw new HttpProblem(404, "There is no such channel");
        }
        return Reply.json(
                200,
                Views.json(Map.of(
                        "messages",
                        channels.open(name, limit(call)).stream()
                                .map(Views::open)
                                .toList())));
    }

    private static int limit(Call call) {
        String word = call.parameter("limit").orElse(String.valueOf(USUAL));
        int limit = word.matches("\\d{1,6}") ? Integer.parseInt(word) : 0;
        if (limit < 1 || limit > MOST) {
            throw new HttpProblem(400, "limit must be in [1, " + MOST + "], got '" + word + "'");
        }
        return limit;
    }
}
