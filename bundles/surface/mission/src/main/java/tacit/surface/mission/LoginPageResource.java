package tacit.surface.mission;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Asks for a token. Thread-safe. */
@Component(service = HttpResource.class)
public final class LoginPageResource implements HttpResource {

    private final Screen screen;

    @Activate
    public LoginPageResource(@Reference Screen screen) {
        this.screen = screen;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/mission/login";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public Reply handle(Call call) {
        String next = LoginResource.next(call.parameter("next").orElse(""));
        return screen.login(next, new Screen.Said(200, null, null));
    }
}
