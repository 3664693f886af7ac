package tacit.runtime.itest;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import tacit.runtime.testkit.browser.Browser;

/** Somebody with a browser at Mission Control. Confined to one thread. */
final class Visitor implements AutoCloseable {

    private final Browser browser;
    private final Page page;
    private final String address;

    /** Opens this address and logs in with this token. */
    Visitor(String address, String token) {
        this.address = address;
        browser = Browser.of(URI.create(address));
        page = browser.window();
        page.navigate(address + "/");
        page.getByLabel("Token").fill(token);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        shown();
    }

    Page page() {
        return page;
    }

    /** Where each panel of the navigation is, in its order: {@code /mission/traces}. */
    List<String> panels() {
        return page.locator("nav.side a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /** Opens a path of this host. */
    void open(String path) {
        page.navigate(address + path);
        shown();
    }

    private void shown() {
        page.locator("#shown").waitFor();
    }

    /** Chooses a panel by its name in the navigation. */
    void choose(String panel) {
        page.locator("nav.side")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(panel).setExact(true))
                .click();
        shown();
    }

    /** Follows the link of the newest row that has this text, and answers all text of the page that it leads to. */
    String follow(String text) {
        page.locator("#shown tbody tr")
                .filter(new Locator.FilterOptions().setHasText(text))
                .locator("a")
                .first()
                .click();
        page.waitForURL("**/mission/traces/**");
        shown();
        return page.locator("#shown").textContent();
    }

    /** What went wrong on any page: errors on the console and requests to other hosts. */
    List<String> faults() {
        return java.util.stream.Stream.concat(browser.errors().stream(), browser.foreignRequests().stream())
                .toList();
    }

    @Override
    public void close() {
        browser.close();
    }
}
