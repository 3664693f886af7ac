package tacit.runtime.testkit.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, and what pages did wrong in it: errors on the console, and requests to other hosts, which find no
 * address. Confined to one thread.
 */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("TACIT_CHROMIUM", "/usr/bin/chromium"));
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            // Nothing but this machine has an address
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

    // In milliseconds; enough for a machine with other work, as a time-out says that something never came, not that it
    // was slow
    private static final double PATIENCE = 60_000;

    /** Started once for all tests of a thread, and gone with the process; its windows share nothing. */
    private static final ThreadLocal<com.microsoft.playwright.@Nullable Browser> STARTED = new ThreadLocal<>();

    private final com.microsoft.playwright.Browser browser;
    private final String host;
    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
    private final List<String> foreign = Collections.synchronizedList(new ArrayList<>());

    private Browser(String host) {
        this.host = host;
        this.browser = started();
    }

    private static com.microsoft.playwright.Browser started() {
        com.microsoft.playwright.Browser there = STARTED.get();
        if (there != null && there.isConnected()) {
            return there;
        }
        com.microsoft.playwright.Browser fresh = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(ARGUMENTS)
                        .setHeadless(true));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        STARTED.set(fresh);
        return fresh;
    }

    /** Skips the test where there is no Chromium; with TACIT_CI=1 fails instead. TACIT_CHROMIUM names another one. */
    public static void assume() {
        boolean there = Files.isExecutable(CHROMIUM);
        if (!there && "1".equals(System.getenv("TACIT_CI"))) {
            throw new IllegalStateException("Chromium is not installed at " + CHROMIUM);
        }
        Assumptions.assumeTrue(there, "Chromium is not installed at " + CHROMIUM);
    }

    /** Starts it, where no test of this thread did before; pages may ask this host only. */
    public static Browser of(URI host) {
        return new Browser(host.getScheme() + "://" + host.getAuthority());
    }

    /** A new window that shares nothing with others, 1280 pixels wide. */
    public Page window() {
        return window(1280, false);
    }

    /**
     * A new window that shares nothing with others.
     *
     * @param width in pixels
     * @param dark whether it prefers dark pages
     */
    public Page window(int width, boolean dark) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        windows.add(context);
        context.onClose(windows::remove);
        context.setDefaultTimeout(PATIENCE);
        context.onRequest(request -> {
            String address = request.url();
            if (!address.startsWith(host + "/") && !address.startsWith("data:")) {
                foreign.add(address);
            }
        });
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(errors::add);
        return page;
    }

    /** What stood on the consoles of all windows as errors and warnings. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** What pages wanted of other hosts. */
    public List<String> foreignRequests() {
        return List.copyOf(foreign);
    }

    /** Keeps a picture of a whole page as {@code target/screenshots/NAME.png}. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Closes its windows. */
    @Override
    public void close() {
        for (BrowserContext window : List.copyOf(windows)) {
            window.close();
        }
    }
}
