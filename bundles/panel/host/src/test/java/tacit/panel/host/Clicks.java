package tacit.panel.host;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What a person does on a page. */
final class Clicks {

    private Clicks() {}

    /** Asks for an act and confirms it. */
    static void confirm(Page page, String name) {
        confirm(page.locator("main"), name);
    }

    /** Asks for an act in a part of a page and confirms it. */
    static void confirm(Locator part, String name) {
        part.getByText(name + "…", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        part.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Follows a link. */
    static void follow(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
