package tacit.panel.pulse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Presses buttons as an operator does. */
final class Pressed {

    private Pressed() {}

    static void once(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.locator(".said").waitFor();
    }

    /** Presses a button, and the one that asks whether it is meant. */
    static void sure(Page page, String name) {
        page.getByText(name + "…", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        once(page, name);
    }
}
