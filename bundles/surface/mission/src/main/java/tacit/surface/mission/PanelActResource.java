package tacit.surface.mission;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** A form of a panel. Thread-safe. */
@Component(service = HttpResource.class)
public final class PanelActResource implements HttpResource {

    private final Desk desk;

    @Activate
    public PanelActResource(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/mission/{panel}/~/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public Reply handle(Call call) {
        return desk.act(call);
    }
}
