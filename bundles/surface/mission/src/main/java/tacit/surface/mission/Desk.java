package tacit.surface.mission;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.api.page.Done;
import tacit.surface.mission.session.Forms;
import tacit.surface.mission.session.Session;
import tacit.surface.mission.session.Sessions;
import tacit.surface.mission.view.Templates;

/** Leads requests to panels, and what they say back to the browser. Thread-safe. */
@Component(service = Desk.class)
public final class Desk {

    private static final Logger log = LoggerFactory.getLogger(Desk.class);
    private static final String AT = "~at";
    /** Pages that read themselves again send this, and leave sentences to be read by somebody. */
    private static final String AGAIN = "X-Mission-Again";

    private final Sessions sessions;
    private final Panels panels;
    private final Screen screen;
    private final Clock clock;

    @Activate
    public Desk(
            @Reference Sessions sessions, @Reference Panels panels, @Reference Screen screen, @Reference Clock clock) {
        this.sessions = sessions;
        this.panels = panels;
        this.screen = screen;
        this.clock = clock;
    }

    /** The session of a call. */
    Optional<Session> session(Call call) {
        boolean somebody = call.header(AGAIN).isEmpty();
        return Cookies.sent(call).flatMap(id -> sessions.of(id, somebody));
    }

    /** Begins at the first panel. */
    Reply home(Call call) {
        return within(call, "", session -> panels.of(session.principal().role()).stream()
                .findFirst()
                .map(first -> Replies.to("/mission/" + first.id()))
                .orElseGet(() -> screen.problem(
                        session,
                        null,
                        new Screen.Said(503, null, "No panel is there yet: the host may still be starting"))));
    }

    /** A page. */
    Reply show(Call call) {
        String here = Place.text(call);
        return within(call, here, session -> {
            PanelEntry panel = panel(session, call);
            String told = call.header(AGAIN).isPresent() ? null : session.told();
            return shown(session, panel, Place.of(call), here, new Screen.Said(200, told, null));
        });
    }

    /** What an operator asked for by a form. */
    Reply act(Call call) {
        String act = call.pathParameters().getOrDefault("act", "");
        return within(call, call.pathParameters().getOrDefault("panel", ""), session -> {
            PanelEntry panel = panel(session, call);
            Map<String, List<String>> fields = Forms.of(call, session);
            if (!session.principal().role().includes(AccessRole.OPERATOR)) {
                throw new HttpProblem(403, "Only an operator may do this; your token's role is reader");
            }
            String at = fields.getOrDefault(AT, List.of("")).get(0);
            Place place = Place.of(at, panel.id()).orElse(null);
            return acted(session, panel, act, fields, place, place == null ? panel.id() : at);
        });
    }

    private Reply acted(
            Session session,
            PanelEntry panel,
            String act,
            Map<String, List<String>> fields,
            @Nullable Place place,
            String here) {
        Place from = place == null ? new Place(panel.id(), List.of(), Map.of()) : place;
        Map<String, List<String>> own = new LinkedHashMap<>(fields);
        own.keySet().removeIf(name -> name.startsWith("~"));
        try {
            Done done = panel.panel().act(new Looking(session.principal(), from.path(), own, clock.instant()), act);
            session.tell(done.message());
            return Replies.to("/mission/" + (done.path().isEmpty() ? here : panel.id() + "/" + done.path()));
        } catch (HttpProblem problem) {
            return shown(session, panel, from, here, Screen.Said.of(problem, refused(act, own)));
        }
    }

    private static Templates.Refused refused(String act, Map<String, List<String>> fields) {
        Map<String, String> typed = new LinkedHashMap<>();
        fields.forEach((name, values) -> typed.put(name, values.get(0)));
        return new Templates.Refused(act, typed);
    }

    private Reply shown(Session session, PanelEntry panel, Place place, String here, Screen.Said said) {
        Looking view = new Looking(session.principal(), place.path(), place.parameters(), clock.instant());
        try {
            return screen.page(session, panel, here, panel.panel().show(view), said);
        } catch (HttpProblem problem) {
            return screen.problem(session, panel, said.problem() == null ? Screen.Said.of(problem) : said);
        } catch (RuntimeException e) {
            log.error("Panel '{}' cannot be shown", panel.id(), e);
            return screen.problem(
                    session, panel, new Screen.Said(500, null, "This failed inside the host; its log says why"));
        }
    }

    private PanelEntry panel(Session session, Call call) {
        String id = call.pathParameters().getOrDefault("panel", "");
        PanelEntry panel = panels.find(id).orElseThrow(() -> new HttpProblem(404, "There is no panel of this name"));
        if (!session.principal().role().includes(panel.role())) {
            throw new HttpProblem(403, "Only an operator may see this; your token's role is reader");
        }
        return panel;
    }

    /** With a session, or on to the page to log in. */
    private Reply within(Call call, String here, Function<Session, Reply> work) {
        Session session = session(call).orElse(null);
        if (session == null) {
            return Replies.to("/mission/login" + (here.isEmpty() ? "" : "?next=" + encoded(here)));
        }
        try {
            return work.apply(session);
        } catch (HttpProblem problem) {
            return screen.problem(session, null, Screen.Said.of(problem));
        } catch (RuntimeException e) {
            log.error("A page of Mission Control failed", e);
            return screen.problem(
                    session, null, new Screen.Said(500, null, "This failed inside the host; its log says why"));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
