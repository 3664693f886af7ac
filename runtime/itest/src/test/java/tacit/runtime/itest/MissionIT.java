package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tacit.runtime.testkit.browser.Browser;

/** Mission Control of the real image: of a host that knows nothing yet, and of one that an agent attacked by every text it could. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MissionIT {

    private static final int PAGES_OF_A_PANEL = 5;

    /** Elements, attributes and addresses that only an attack can have made. */
    private static final String BROKEN = """
            () => {
              const bad = [];
              document.querySelectorAll('[data-attack], [onerror], [onmouseover], main img, main script, main iframe').forEach(
                node => bad.push('an element of the attack: ' + node.outerHTML.slice(0, 200)));
              document.querySelectorAll('[href], [action], [src]').forEach(node => {
                const to = node.getAttribute('href') || node.getAttribute('action') || node.getAttribute('src');
                if (/^\\s*javascript:/i.test(to)) { bad.push('an address that is a script: ' + to); }
              });
              if (window.tacitAttack) { bad.push('a script of the attack ran'); }
              if (document.querySelectorAll('main').length !== 1 || !document.querySelector('main #shown')) {
                bad.push('the page fell apart');
              }
              return bad;
            }
            """;

    @TempDir
    static Path folder;

    private static Path data;
    private static Tacit host;
    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        Browser.assume();
        data = folder.resolve("data");
        host = Tacit.up(data);
        api = new Api(data);
    }

    @AfterAll
    static void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    @Order(1)
    void aHostThatKnowsNothingSaysSoLegibly() throws Exception {
        try (Visitor visitor = new Visitor(api.address(), api.operator())) {
            Tour tour = new Tour(visitor, "empty");

            assertThat(tour.walk()).isEmpty();

            assertThat(tour.pages()).isGreaterThanOrEqualTo(visitor.panels().size());
        }
    }

    @Test
    @Order(2)
    void whatAgentsWroteIsShownAndNeverRuns() throws Exception {
        Attack attack = new Attack();
        Attacker attacker = new Attacker(api, attack);
        attacker.attack(data, folder);
        List<String> faults = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        try (Visitor visitor = new Visitor(api.address(), api.operator())) {
            for (String panel : visitor.panels()) {
                faults.addAll(walk(visitor, panel, PAGES_OF_A_PANEL, shown));
            }
            for (String panel : new String[] {"traces", "tasks", "lineage"}) {
                faults.addAll(walk(visitor, "/mission/" + panel + "/" + Attacker.trace(0), 1, shown));
            }
            faults.addAll(visitor.faults());
        }

        Set<String> seen = attack.seenIn(shown.toString());

        Files.write(
                Path.of("target", "pictures", "attacked.txt"),
                List.of("seen " + seen, "refused " + attacker.refused()));
        assertThat(faults).isEmpty();
        assertThat(shown).doesNotContain(Attack.COMPUTED);
        assertThat(seen)
                .contains(
                        "agent",
                        "tool",
                        "tool-error",
                        "arguments",
                        "result",
                        "explanation",
                        "note",
                        "memory",
                        "skill",
                        "fact");
        assertThat(api.get("/healthz", "").statusCode()).isEqualTo(200);
    }

    /** A panel and what its tables lead to within it, page by page. */
    private static List<String> walk(Visitor visitor, String panel, int pages, StringBuilder shown) {
        List<String> faults = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(Set.of(panel));
        Deque<String> next = new ArrayDeque<>(known);
        for (int i = 0; i < pages && !next.isEmpty(); i++) {
            String path = next.remove();
            visitor.open(path);
            for (Object fault : (List<?>) visitor.page().evaluate(BROKEN)) {
                faults.add(path + ": " + fault);
            }
            shown.append(visitor.page().locator("main").textContent());
            for (Locator link :
                    visitor.page().locator("#shown a[href^='" + panel + "/']").all()) {
                String href = link.getAttribute("href");
                if (known.add(href)) {
                    next.add(href);
                }
            }
        }
        return faults;
    }
}
