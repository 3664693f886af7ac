package tacit.surface.mission;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Leads who opens the host in a browser to Mission Control. Thread-safe. */
@Component(service = HttpResource.class)
public final class RootResource implements HttpResource {

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public Reply handle(Call call) {
        return Replies.to("/mission");
    }
}
