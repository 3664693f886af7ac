package tacit.surface.proxy;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** The models of the first upstream, of the kind that the client speaks. */
@Component(service = HttpResource.class)
public final class ModelsResource implements HttpResource {

    private final Proxy proxy;

    @Activate
    public ModelsResource(@Reference Proxy proxy) {
        this.proxy = proxy;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/models";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        return proxy.get(Models.wire(call), call, "", null);
    }
}
