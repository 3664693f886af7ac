package tacit.surface.proxy;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.generation.Trials;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.surface.proxy.route.Answered;
import tacit.surface.proxy.route.Asked;
import tacit.surface.proxy.route.Headers;
import tacit.surface.proxy.route.Route;
import tacit.surface.proxy.route.Upstream;
import tacit.surface.proxy.route.Upstreams;
import tacit.surface.proxy.trace.Caller;
import tacit.surface.proxy.trace.Given;
import tacit.surface.proxy.wire.Injection;
import tacit.surface.proxy.wire.RequestScan;
import tacit.surface.proxy.wire.Splice;
import tacit.surface.proxy.wire.Wire;

/** Leads one request after the other to a model and back: who asks, with which context, by which upstream. Thread-safe. */
@Component(service = Proxy.class)
@Designate(ocd = Proxy.Config.class)
public final class Proxy {

    /** How much it bears. */
    @ObjectClassDefinition(name = "Tacit proxy")
    public @interface Config {

        @AttributeDefinition(
                name = "Calls",
                description =
                        "How many requests may wait for models at once, in [1, 500]; each holds a thread of the gateway")
        int calls() default 32;

        @AttributeDefinition(name = "Largest body", description = "Bytes of a request, in [1024, 1073741824]")
        long max_body_bytes() default 32L << 20;
    }

    private final Upstreams upstreams;
    private final GivenContexts contexts;
    private final Records records;
    private final Clock clock;
    private final Semaphore calls;
    private final long maxBodyBytes;

    @Activate
    public Proxy(
            @Reference Upstreams upstreams,
            @Reference GivenContexts contexts,
            @Reference Records records,
            @Reference Clock clock,
            Config config) {
        if (config.calls() < 1 || config.calls() > 500) {
            throw new IllegalArgumentException("calls must be in [1, 500], got " + config.calls());
        }
        if (config.max_body_bytes() < 1024 || config.max_body_bytes() > 1L << 30) {
            throw new IllegalArgumentException(
                    "max.body.bytes must be in [1024, 1073741824], got " + config.max_body_bytes());
        }
        this.upstreams = upstreams;
        this.contexts = contexts;
        this.records = records;
        this.clock = clock;
        this.calls = new Semaphore(config.calls());
        this.maxBodyBytes = config.max_body_bytes();
    }

    long maxBodyBytes() {
        return maxBodyBytes;
    }

    /** Answers a request with a body. */
    Reply post(Wire wire, Call call) {
        return guarded(wire, () -> posted(wire, call));
    }

    /** Answers a question without a body. */
    Reply get(Wire wire, Call call, String behind, @Nullable String model) {
        return guarded(wire, () -> {
            List<Upstream> candidates = candidates(wire, model);
            Asked asked = new Asked(wire, path(wire, call, behind), Headers.fromClient(call::header), new byte[0]);
            return new Passing(calls, upstreams.ask(candidates, asked)).whole(wire);
        });
    }

    /** Does work that ends with a reply, or gives its place back. */
    private Reply guarded(Wire wire, Supplier<Reply> work) {
        if (!calls.tryAcquire()) {
            return Refusals.reply(
                    wire.kind(), 503, "As many requests as may wait for models do so", Map.of("retry-after", "1"));
        }
        boolean led = false;
        try {
            Reply reply = work.get();
            led = true;
            return reply;
        } catch (HttpProblem problem) {
            return Refusals.reply(wire.kind(), problem.status(), String.valueOf(problem.getMessage()), Map.of());
        } finally {
            if (!led) {
                calls.release();
            }
        }
    }

    private Reply posted(Wire wire, Call call) {
        Story story = new Story(wire, call.body(), clock.instant());
        RequestScan scan = scan(call);
        Caller caller = Callers.of(wire, call, scan);
        List<Upstream> candidates = candidates(wire, scan.model());
        Given given = given(wire, call, scan, caller);
        Optional<List<Splice>> splices = given.isInjected() ? Injection.of(wire, scan, given.text()) : Optional.empty();
        Given real = given.isInjected() && splices.isEmpty() ? Given.nothing("no_place", given.millis()) : given;
        byte[] body = splices.map(all -> Splice.into(call.body(), all)).orElse(call.body());
        records.asked(story, caller, scan, real);
        Asked asked = new Asked(wire, path(wire, call, ""), Headers.fromClient(call::header), body);
        Route route = upstreams.ask(candidates, asked);
        records.routed(story, route);
        return reply(wire, route, story);
    }

    private static RequestScan scan(Call call) {
        try {
            return RequestScan.of(call.body());
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, String.valueOf(e.getMessage()));
        }
    }

    private Given given(Wire wire, Call call, RequestScan scan, Caller caller) {
        boolean off = call.header("x-tacit-context")
                .filter(word -> word.strip().equalsIgnoreCase("off"))
                .isPresent();
        if (off || !wire.takesContext()) {
            return Given.nothing("off", 0);
        }
        return contexts.give(caller, scan, call.header(Trials.HEADER).isPresent());
    }

    private List<Upstream> candidates(Wire wire, @Nullable String model) {
        String kind = wire.kind().word();
        if (!upstreams.any(wire.kind())) {
            throw new HttpProblem(
                    503,
                    "No upstream of kind " + kind + " is configured: write DATA/etc/" + Upstream.PID
                            + "~NAME.properties with name, url, kind=" + kind + " and key.file or key.environment");
        }
        List<Upstream> candidates = upstreams.of(wire.kind(), model);
        if (candidates.isEmpty()) {
            throw new HttpProblem(404, "No upstream of kind " + kind + " takes this model: see their setting 'models'");
        }
        return candidates;
    }

    private static String path(Wire wire, Call call, String behind) {
        return wire.path() + behind + QueryText.of(call.query());
    }

    private Reply reply(Wire wire, Route route, Story story) {
        Answered answer = route.answer();
        Map<String, String> headers = new HashMap<>(answer == null ? Map.of() : answer.headers());
        headers.put("x-tacit-route", route.header());
        headers.putAll(story.headers());
        if (answer == null) {
            calls.release();
            records.unanswered(story, route.late() ? 504 : 502);
            return Refusals.reply(
                    wire.kind(), route.late() ? 504 : 502, "No upstream answered: " + route.reason(), headers);
        }
        return new Reply(
                answer.status(), answer.contentType(), headers, new Passing(calls, route).recorded(story, records));
    }
}
