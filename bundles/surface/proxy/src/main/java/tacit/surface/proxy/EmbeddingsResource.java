package tacit.surface.proxy;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.proxy.wire.Wire;

/** Embeddings of OpenAI. */
@Component(service = HttpResource.class)
public final class EmbeddingsResource implements HttpResource {

    private final Proxy proxy;

    @Activate
    public EmbeddingsResource(@Reference Proxy proxy) {
        this.proxy = proxy;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/embeddings";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public long maxBodyBytes() {
        return proxy.maxBodyBytes();
    }

    @Override
    public Reply handle(Call call) {
        return proxy.post(Wire.EMBEDDINGS, call);
    }
}
