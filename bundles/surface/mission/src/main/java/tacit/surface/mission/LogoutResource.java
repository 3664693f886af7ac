package tacit.surface.mission;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.mission.session.Forms;
import tacit.surface.mission.session.Session;
import tacit.surface.mission.session.Sessions;

/** Ends a session. Thread-safe. */
@Component(service = HttpResource.class)
public final class LogoutResource implements HttpResource {

    private final Sessions sessions;
    private final Desk desk;
    private final Screen screen;

    @Activate
    public LogoutResource(@Reference Sessions sessions, @Reference Desk desk, @Reference Screen screen) {
        this.sessions = sessions;
        this.desk = desk;
        this.screen = screen;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/mission/logout";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public Reply handle(Call call) {
        Session session = desk.session(call).orElse(null);
        try {
            if (session != null) {
                Forms.of(call, session);
                sessions.end(session);
            }
            return Replies.to("/mission/login", Map.of("Set-Cookie", Cookies.drop()));
        } catch (HttpProblem problem) {
            return screen.login("", Screen.Said.of(problem));
        }
    }
}
