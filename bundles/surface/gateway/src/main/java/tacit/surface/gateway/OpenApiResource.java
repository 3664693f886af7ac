package tacit.surface.gateway;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Answers the OpenAPI document of all that the API's port serves now. Thread-safe. */
final class OpenApiResource implements HttpResource {

    private final Routes routes;

    private volatile @Nullable Made made;

    /** The document over resources that were there when it was made. */
    private record Made(List<HttpResource> over, String text) {}

    OpenApiResource(Routes routes) {
        this.routes = routes;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/openapi.json";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public Reply handle(Call call) {
        if (!call.query().isEmpty()) {
            throw new HttpProblem(400, "This resource takes no parameters");
        }
        List<HttpResource> resources = routes.resources(HttpResource.API);
        Made known = made;
        if (known == null || !known.over().equals(resources)) {
            known = new Made(resources, OpenApi.of(resources).toString());
            made = known;
        }
        return Reply.json(200, known.text());
    }
}
