package tacit.surface.proxy;

import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** One model, as the first upstream that takes it knows it. */
@Component(service = HttpResource.class)
public final class OneModelResource implements HttpResource {

    private final Proxy proxy;

    @Activate
    public OneModelResource(@Reference Proxy proxy) {
        this.proxy = proxy;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/models/{model}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        String model = Objects.requireNonNull(call.pathParameters().get("model"));
        return proxy.get(Models.wire(call), call, "/" + QueryText.encoded(model), model);
    }
}
