package tacit.surface.gateway.rest.live;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AccessRole;
import tacit.api.event.Events;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Query;

/** Tells what happens in the token's scope, as server-sent events, until the caller or the host goes. Thread-safe. */
@Component(service = HttpResource.class)
@Designate(ocd = EventsResource.Config.class)
public final class EventsResource implements HttpResource {

    private static final Pattern KIND = Pattern.compile("[a-z._]{1,100}");
    private static final int MOST_KINDS = 50;

    /** Who may listen. */
    @ObjectClassDefinition(name = "Tacit event stream")
    public @interface Config {

        @AttributeDefinition(
                name = "Listeners",
                description = "How many may listen at once, each of which holds a thread, in [1, 100]",
                min = "1",
                max = "100")
        int listeners() default 24;

        @AttributeDefinition(
                name = "Heartbeat",
                description =
                        "Seconds of silence after which a comment is sent, in [1, 600]; less than the gateway's idle time",
                min = "1",
                max = "600")
        int heartbeat_seconds() default 15;
    }

    private final Events events;
    private final Listeners listeners;
    private final String run;

    @Activate
    public EventsResource(@Reference Events events, @Reference Clock clock, Config config) {
        this.events = events;
        this.listeners = new Listeners(config.listeners(), config.heartbeat_seconds());
        this.run = Long.toString(clock.millis(), Character.MAX_RADIX).replace("-", "");
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/events";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "kinds");
        Set<String> kinds = kinds(Optional.ofNullable(query.text("kinds")).orElse(""));
        Place place = Place.read(run, call.header("Last-Event-ID").orElse(""));
        return listeners.listen(new EventNews(events, call.principal().scope(), kinds, place));
    }

    private static Set<String> kinds(String text) {
        Set<String> kinds = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (kinds.size() > MOST_KINDS
                || !kinds.stream().allMatch(kind -> KIND.matcher(kind).matches())) {
            throw new HttpProblem(400, "kinds must be at most " + MOST_KINDS + " words such as trace.recorded");
        }
        return kinds;
    }

    @Deactivate
    void close() {
        listeners.close();
    }
}
