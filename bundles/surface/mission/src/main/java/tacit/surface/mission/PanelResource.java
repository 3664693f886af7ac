package tacit.surface.mission;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** A panel. Thread-safe. */
@Component(service = HttpResource.class)
public final class PanelResource implements HttpResource {

    private final Desk desk;

    @Activate
    public PanelResource(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/mission/{panel}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public Reply handle(Call call) {
        return desk.show(call);
    }
}
