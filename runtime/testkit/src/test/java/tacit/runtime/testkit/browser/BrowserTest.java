package tacit.runtime.testkit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserTest {

    private HttpServer server;
    private volatile String shown = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/") ? 200 : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static String page(String body) {
        return "<!doctype html><title>x</title><link rel=icon href='data:,'>" + body;
    }

    @Test
    void notesWhatPagesWantOfOtherHosts() {
        Browser.assume();
        shown = page("<img src='http://other.example/a.png'><img src='//127.0.0.1:1/b.png'>");
        try (Browser browser = Browser.of(uri())) {
            browser.window().navigate(uri() + "/");

            assertThat(browser.foreignRequests())
                    .containsExactlyInAnyOrder("http://other.example/a.png", "http://127.0.0.1:1/b.png");
            assertThat(browser.errors()).anyMatch(error -> error.contains("ERR_NAME_NOT_RESOLVED"));
        }
    }

    @Test
    void notesWhatStandsOnTheConsole() {
        Browser.assume();
        shown = page("<img src='/missing.png'><script>console.warn('careful'); throw new Error('broken')</script>");
        try (Browser browser = Browser.of(uri())) {
            browser.window().navigate(uri() + "/");

            assertThat(browser.errors())
                    .anyMatch(error -> error.contains("404") && error.contains("missing.png"))
                    .anyMatch(error -> error.startsWith("careful"))
                    .anyMatch(error -> error.contains("broken"));
            assertThat(browser.foreignRequests()).isEmpty();
        }
    }

    @Test
    void seesWhatIsFaintUnnamedTooWideOrOutOfReach() {
        Browser.assume();
        shown = page("<p style='color:#aaa;background:#fff'>Faint</p><p>Plain</p><input name=lonely>"
                + "<div style='width:3000px'>Wide</div><button tabindex=-1>Hidden from keys</button>");
        try (Browser browser = Browser.of(uri())) {
            Page page = browser.window();
            page.navigate(uri() + "/");

            assertThat(Legibility.faint(page)).hasSize(1).first().asString().startsWith("Faint: 2.3");
            assertThat(Legibility.unnamed(page)).contains("no label: lonely", "no language", "not one main heading");
            assertThat(Legibility.overhang(page)).isGreaterThan(1_000);
            assertThat(Legibility.unreached(page)).isEqualTo(1);
        }
    }

    @Test
    void closesItsWindowsWhileTheirPagesStillAsk() {
        Browser.assume();
        shown = page("<script>setInterval(() => fetch('/?' + Math.random()), 1)</script>");
        try (Browser other = Browser.of(uri())) {
            Page kept = other.window();
            for (int i = 0; i < 5; i++) {
                try (Browser browser = Browser.of(uri())) {
                    Page page = browser.window();
                    page.navigate(uri() + "/");
                    page.context().close();
                    browser.window().navigate(uri() + "/");
                }
                kept.navigate(uri() + "/");
            }

            assertThat(kept.title()).isEqualTo("x");
        }
    }
}
