package tacit.surface.mission;

import java.util.List;
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
import tacit.surface.mission.session.Sessions;

/** Takes a token and begins a session. Thread-safe. */
@Component(service = HttpResource.class)
public final class LoginResource implements HttpResource {

    private final Sessions sessions;
    private final Screen screen;

    @Activate
    public LoginResource(@Reference Sessions sessions, @Reference Screen screen) {
        this.sessions = sessions;
        this.screen = screen;
    }

    @Override
    public String method() {
        return "POST";
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
    public long maxBodyBytes() {
        return 8192;
    }

    @Override
    public Reply handle(Call call) {
        String next = "";
        try {
            Map<String, List<String>> fields = Forms.of(call);
            next = next(fields.getOrDefault("next", List.of("")).get(0));
            String token = fields.getOrDefault("token", List.of("")).get(0).strip();
            if (token.isEmpty()) {
                throw new HttpProblem(400, "Paste a token first");
            }
            String id = sessions.begin(token);
            return Replies.to("/mission" + (next.isEmpty() ? "" : "/" + next), cookie(id, Forms.secure(call)));
        } catch (HttpProblem problem) {
            return screen.login(next, Screen.Said.of(problem));
        }
    }

    private static Map<String, String> cookie(String id, boolean secure) {
        return Map.of("Set-Cookie", Cookies.keep(id, secure));
    }

    /** Where to go on, beneath {@code /mission/}; empty for anything else. */
    static String next(String text) {
        boolean within = text.matches("[a-z][a-z0-9-]*([/?][!-~]{0,2000})?")
                && !text.contains("..")
                && !text.contains("//")
                && !text.contains("\\");
        return within && !text.startsWith("login") && !text.startsWith("logout") ? text : "";
    }
}
