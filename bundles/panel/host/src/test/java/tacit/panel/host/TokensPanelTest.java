package tacit.panel.host;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.access.StoredTokens;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class TokensPanelTest {

    private final TestDatabase database = Engine.HSQLDB.open();
    private final ListAuditLog audit = new ListAuditLog();
    private final TokensPanel panel = new TokensPanel();
    private StoredTokens tokens;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        Map<String, Object> settings =
                Map.of("data_directory", Files.createDirectories(folder).toString());
        tokens = new StoredTokens(
                database.database(), audit, new MovingClock(), Configurations.of(StoredTokens.Config.class, settings));
        panel.tokens = tokens;
        audit.entries.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Looked naming(String name, String role) {
        return Looked.at().with(Map.of("name", name, "role", role));
    }

    private static void refused(int status, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }

    @Test
    void handsOutATokenThatWorksAndShowsItOnce() {
        String said = panel.act(
                        naming("coder", "agent")
                                .with(Map.of("name", "coder", "role", "agent", "workspace", "shop", "user", "bob")),
                        "create")
                .message();

        String token = said.substring(said.lastIndexOf(' ') + 1);
        assertThat(tokens.authenticate(token))
                .contains(new Principal("coder", AccessRole.AGENT, new Scope("shop", "bob")));
        assertThat(panel.show(Looked.at()).values().toString()).doesNotContain(token);
        assertThat(audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("token.create");
            assertThat(entry.actor()).isEqualTo("ada");
            assertThat(entry.toString()).doesNotContain(token);
        });
    }

    @Test
    void refusesWhatIsNoToken() {
        panel.act(naming("coder", "agent"), "create");

        refused(400, () -> panel.act(naming("coder", "agent"), "create"));
        refused(400, () -> panel.act(naming("x".repeat(101), "agent"), "create"));
        refused(400, () -> panel.act(naming("other", "king"), "create"));
        refused(400, () -> panel.act(Looked.at(), "create"));
        refused(404, () -> panel.act(naming("other", "agent"), "burn"));
    }

    @Test
    void keepsTheLastOperatorOfTheWholeHost() {
        panel.act(
                naming("part", "operator").with(Map.of("name", "part", "role", "operator", "workspace", "shop")),
                "create");

        refused(409, () -> panel.act(naming("operator", ""), "revoke"));
        panel.act(naming("second", "operator"), "create");
        panel.act(naming("operator", ""), "revoke");

        assertThat(tokens.list()).extracting(Principal::name).containsExactlyInAnyOrder("part", "second");
        refused(404, () -> panel.act(naming("operator", ""), "revoke"));
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .filteredOn("token.revoke"::equals)
                .hasSize(1);
    }

    @Test
    void belongsToOperatorsOfTheWholeHost() {
        Principal other = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));

        assertThat(panel.role()).isEqualTo(AccessRole.OPERATOR);
        refused(403, () -> panel.show(Looked.at().by(other)));
        refused(403, () -> panel.act(naming("mine", "operator").by(other), "create"));
        assertThat(tokens.list()).hasSize(1);
        panel.tokens = null;
        assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
        refused(503, () -> panel.act(naming("mine", "operator"), "create"));
    }

    @Test
    void createsAndRevokesByClicking() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            Page page = frame.open(browser, "operator-token", "tokens", 1280, false);
            page.getByLabel("Name").fill("A " + Attack.TEXT);
            page.getByLabel("Role").selectOption("reader");
            Clicks.confirm(page, "Create");
            assertThat(page.locator(".said.good")).containsText("shown this once: tct_");
            String said = page.locator(".said.good").textContent();
            assertThat(tokens.authenticate(
                            said.substring(said.lastIndexOf(' ') + 1).strip()))
                    .isPresent();
            assertThat(page.locator("main img, main script").count()).isZero();
            page.navigate(frame.uri() + "/mission/tokens");
            assertThat(page.locator(".said")).hasCount(0);
            List<String> faults = new ArrayList<>(frame.faults(browser, "tokens", "tokens"));
            Clicks.confirm(
                    page.locator("tr").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("A \"")),
                    "Revoke");
            assertThat(page.locator(".said.good")).containsText("worth nothing");
            Clicks.confirm(page, "Revoke");
            assertThat(page.locator(".said.bad")).containsText("last operator");
            panel.tokens = null;
            faults.addAll(frame.faults(browser, "tokens", "tokens-gone"));

            faults.removeIf(fault -> fault.contains("409 (Conflict)"));
            assertThat(faults).isEmpty();
        }
    }
}
