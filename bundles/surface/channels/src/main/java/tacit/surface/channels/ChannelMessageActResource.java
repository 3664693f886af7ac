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

/** Has a message that is kept or was given up tried again, or lets go of it. */
@Component
public final class ChannelMessageActResource implements HttpResource {

    private static final int MOST = 1_000;

    private final Channels channels;

    @Activate
    public ChannelMessageActResource(@Reference Channels channels) {
        this.channels = channels;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/channels/{name}/messages/{id}/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        if (!call.query().isEmpty() || call.body().length > 0) {
            throw new HttpProblem(400, "This path takes no query and no body");
        }
        HostOnly.require(call);
        String name = call.pathParameters().getOrDefault("name", "");
        String id = call.pathParameters().getOrDefault("id", "");
        String act = call.pathParameters().getOrDefault("act", "");
        if (channels.status().stream().noneMatch(channel -> channel.name().equals(name))) {
            throw new HttpProblem(404, "There is no such channel");
        }
        try {
            done(id, act, call.principal().name());
        } catch (IllegalArgumentException e) {
            boolean there = channels.open(name, MOST).stream()
                    .anyMatch(message -> message.id().equals(id));
            throw new HttpProblem(there ? 409 : 404, "No such message waits for an operator");
        }
        return Reply.json(200, Views.json(Map.of("id", id, "became", act.equals("retry") ? "tried_again" : "dropped")));
    }

    private void done(String id, String act, String by) {
        switch (act) {
            case "retry" -> channels.retry(id, by);
            case "drop" -> channels.drop(id, by);
            default -> throw new HttpProblem(404, "A message knows retry and drop");
        }
    }
}
