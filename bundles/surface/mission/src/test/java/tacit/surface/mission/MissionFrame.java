package tacit.surface.mission;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tacit.api.access.AuditLog;
import tacit.api.http.HttpResource;
import tacit.api.page.Panel;
import tacit.api.store.Scope;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.browser.Browser;
import tacit.runtime.testkit.browser.Legibility;
import tacit.runtime.testkit.http.ResourceServer;
import tacit.surface.mission.session.Sessions;

/** The whole frame on a free port, with given panels, and a browser in it; also for the tests of panels. */
public final class MissionFrame implements AutoCloseable {

    /** Tokens are named after the roles: {@code operator-token}. */
    final FakeTokens tokens = new FakeTokens();

    final FakeEvents events = new FakeEvents();
    final MovingClock clock = new MovingClock();
    final Panels panels = new Panels();
    final ResourceServer server;
    private final NewsResource news;

    /** Starts it. */
    public MissionFrame(Panel... given) throws IOException {
        AuditLog audit = new ListAuditLog();
        List.of(given).forEach(panels::bindPanel);
        Sessions sessions = new Sessions(tokens, audit, clock, defaults(Sessions.Config.class));
        Screen screen = new Screen(panels, clock);
        Desk desk = new Desk(sessions, panels, screen, clock);
        news = new NewsResource(panels, sessions, defaults(NewsResource.Config.class));
        news.events = events;
        // The most exact first, as the gateway takes them
        HttpResource[] resources = {
            new RootResource(),
            new LoginPageResource(screen),
            new LoginResource(sessions, screen),
            new LogoutResource(sessions, desk, screen),
            news,
            new AssetResource(screen),
            new HomeResource(desk),
            new PanelActResource(desk),
            new PanelResource(desk),
            new PanelThingResource(desk),
            new PanelPartResource(desk)
        };
        server = ResourceServer.of(Map.of(), resources);
    }

    /** Where it listens. */
    public URI uri() {
        return server.uri();
    }

    /** Tells open pages of an event. */
    public void tell(String kind) {
        events.tell(Scope.ofDefaultWorkspace(), kind, "x", Map.of());
    }

    /** Logs in and opens a panel: {@code traces}, or {@code traces/t1?offset=50}. */
    public Page open(Browser browser, String token, String place, int width, boolean dark) {
        Page page = browser.window(width, dark);
        page.navigate(uri() + "/mission/" + place);
        page.getByLabel("Token").fill(token);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.locator("#shown").waitFor();
        return page;
    }

    /** What is wrong with a panel's page for those who read it, light and dark, on a desk and on a phone; keeps a picture of each. */
    public List<String> faults(Browser browser, String place, String picture) {
        List<String> faults = new ArrayList<>();
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {1280, 390}) {
                Page page = open(browser, "operator-token", place, width, dark);
                page.waitForLoadState(LoadState.LOAD);
                Browser.picture(page, picture + "-" + width + (dark ? "-dark" : ""));
                Legibility.faint(page).forEach(text -> faults.add("faint: " + text));
                faults.addAll(Legibility.unnamed(page));
                if (Legibility.overhang(page) > 0) {
                    faults.add(width + " wide: " + Legibility.overhang(page) + " pixels too wide");
                }
                if (!dark && Legibility.unreached(page) > 0) {
                    faults.add("not reached by tab: " + Legibility.unreached(page));
                }
                page.context().close();
            }
        }
        faults.addAll(browser.errors());
        faults.addAll(browser.foreignRequests());
        return faults;
    }

    static <A extends Annotation> A defaults(Class<A> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> method.getDefaultValue()));
    }

    @Override
    public void close() {
        news.close();
        server.close();
    }
}
