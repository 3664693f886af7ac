package tacit.surface.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.Principal;
import tacit.api.generation.Trials;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Leads one request to its resource, or to the reason why not. Thread-safe. */
final class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private static final String RESOURCE = "tacit.resource";

    private final Routes routes;
    private final Admission admission;
    private final BodyReader bodies;
    private final Gateway gateway;
    private final Supplier<? extends @Nullable Replays> replays;
    private final Supplier<? extends @Nullable Trials> trials;
    private final Supplier<? extends @Nullable Outside> outside;

    /**
     * @param replays what has calls with a key done once, where there is something
     * @param trials what leads to candidates, where there is something
     * @param outside the port beyond this machine, where there is one
     */
    Dispatch(
            Routes routes,
            Admission admission,
            BodyReader bodies,
            Gateway gateway,
            Supplier<? extends @Nullable Replays> replays,
            Supplier<? extends @Nullable Trials> trials,
            Supplier<? extends @Nullable Outside> outside) {
        this.trials = trials;
        this.outside = outside;
        this.routes = routes;
        this.admission = admission;
        this.bodies = bodies;
        this.gateway = gateway;
        this.replays = replays;
    }

    /** Which resource a request was led to, once it was answered. */
    static Traffic.Place resourceOf(HttpServletRequest request) {
        return request.getAttribute(RESOURCE) instanceof Traffic.Place place ? place : Traffic.NOWHERE;
    }

    Reply answer(HttpServletRequest request) {
        IncomingBody body = new IncomingBody(request);
        Reply reply = answer(request, body);
        if (reply.status() >= 400) {
            body.drop();
        }
        return reply;
    }

    private Reply answer(HttpServletRequest request, IncomingBody body) {
        try {
            return dispatch(request, body);
        } catch (HttpProblem problem) {
            Problem answer = Problem.of(problem);
            return (problem.status() == 401 ? answer.with("WWW-Authenticate", "Bearer realm=\"tacit\"") : answer)
                    .reply();
        } catch (IOException | RuntimeException e) {
            log.error("{} {} failed", request.getMethod(), request.getServletPath(), e);
            return Problem.of(500, "The call failed inside the host; its log says why")
                    .reply();
        }
    }

    private Reply dispatch(HttpServletRequest request, IncomingBody body) throws IOException {
        Entrance entrance = Entrance.of(request, gateway, outside.get());
        String path = request.getRequestURI();
        Routes.Match match = routes.find(entrance, request.getMethod(), path).orElse(null);
        if (match == null) {
            return noRoute(entrance, request.getMethod(), path);
        }
        HttpResource resource = match.route().resource();
        request.setAttribute(RESOURCE, new Traffic.Place(resource.method(), resource.path()));
        String authorization =
                Admission.authorization(request.getHeader("Authorization"), request.getHeader("x-api-key"));
        Principal caller = admission.admit(authorization, match.admittedBy(entrance), resource.role());
        long limit = Math.min(resource.maxBodyBytes(), gateway.maxBodyBytes());
        byte[] content = bodies.read(body, request.getHeader("Content-Encoding"), limit);
        Reply reply = once(resource, path, new ServletCall(request, caller, match.parameters(), content));
        boolean reads = resource.method().equals("GET");
        if (reads && !Accept.takes(request.getHeader("Accept"), reply.contentType())) {
            return Problem.of(406, "This is only available as " + reply.contentType())
                    .reply();
        }
        return reply;
    }

    /** Who names a key has it done once. */
    private Reply once(HttpResource resource, String path, ServletCall call) {
        Optional<Replays.Asked> asked = AskedOnce.of(resource.method(), path, call);
        if (asked.isEmpty()) {
            return handle(resource, call);
        }
        Replays known = replays.get();
        if (known == null) {
            throw new HttpProblem(503, "The host is starting and cannot keep a " + Replays.HEADER + " yet");
        }
        return known.answer(asked.get(), () -> handle(resource, call));
    }

    /** Who names a trial has its candidate answer. */
    private Reply handle(HttpResource resource, ServletCall call) {
        Optional<String> trial = call.header(Trials.HEADER);
        if (trial.isEmpty()) {
            return resource.handle(call);
        }
        Trials open = trials.get();
        if (open == null || !open.open().contains(trial.get())) {
            throw new HttpProblem(409, "There is no open trial of the name in " + Trials.HEADER);
        }
        try {
            return open.under(trial.get(), () -> resource.handle(call));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot answer for trial '" + trial.get() + "'", e);
        }
    }

    private Reply noRoute(Entrance entrance, String method, String path) {
        SortedSet<String> methods = routes.methods(entrance, path);
        if (methods.isEmpty()) {
            return Problem.of(404, "Nothing is served at this path").reply();
        }
        String allowed = String.join(", ", methods);
        return Problem.of(405, "This path knows " + allowed + ", not " + method)
                .with("Allow", allowed)
                .reply();
    }
}
