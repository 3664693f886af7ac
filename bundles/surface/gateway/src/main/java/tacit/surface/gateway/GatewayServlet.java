package tacit.surface.gateway;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import tacit.api.access.Tokens;
import tacit.api.generation.Trials;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** The one servlet behind all resources, which come and go as services. Thread-safe. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
public final class GatewayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    transient volatile @Nullable Trials trials;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    transient volatile @Nullable Outside outside;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    transient volatile @Nullable Replays replays;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    transient volatile @Nullable Traffic traffic;

    private final transient Routes routes = new Routes();
    private final transient Dispatch dispatch;

    @Activate
    public GatewayServlet(@Reference Gateway gateway, @Reference Tokens tokens, @Reference Clock clock) {
        routes.add(new OpenApiResource(routes), HttpResource.API);
        dispatch = new Dispatch(
                routes,
                new Admission(tokens, gateway.tokenForOtlp()),
                new BodyReader(clock, gateway.bodyTime()),
                gateway,
                () -> replays,
                () -> trials,
                () -> outside);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindResource(HttpResource resource, Map<String, ?> properties) {
        routes.add(
                resource,
                properties.get(HttpResource.LISTENER) instanceof String listener ? listener : HttpResource.API);
    }

    public void unbindResource(HttpResource resource) {
        routes.remove(resource);
    }

    private Reply answer(HttpServletRequest request) {
        long begun = System.nanoTime();
        Reply reply = dispatch.answer(request);
        Traffic known = traffic;
        if (known != null) {
            known.add(Dispatch.resourceOf(request), reply.status(), System.nanoTime() - begun);
        }
        return reply;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        Reply reply = answer(request);
        response.setStatus(reply.status());
        if (!reply.contentType().isBlank()) {
            response.setContentType(reply.contentType());
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(response::setHeader);
        if (!request.getMethod().equals("HEAD")) {
            write(reply, request, response);
        }
    }

    private static void write(Reply reply, HttpServletRequest request, HttpServletResponse response) {
        try {
            reply.body().writeTo(response.getOutputStream());
        } catch (IOException e) {
            // The caller went away, or what it is sent broke off
            BrokenAnswer.end(request);
        }
    }
}
