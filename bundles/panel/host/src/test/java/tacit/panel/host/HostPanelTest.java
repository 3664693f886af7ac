package tacit.panel.host;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.event.Events;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.harness.Harness;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;
import tacit.api.trace.PendingTrace;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceStore;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class HostPanelTest {

    private final HostPanel panel = new HostPanel();
    private final List<String> problems = new ArrayList<>();
    private final List<String> alarms = new ArrayList<>();
    private List<String> workspaces = List.of("default", "shop " + Attack.TEXT);
    private int pending = 3;
    private boolean broken;

    private HostPanel whole() {
        panel.problems = () -> problems;
        panel.harness = Fake.later(Fake.of(
                Harness.class,
                (method, given) -> method.equals("alarms")
                        ? alarms
                        : List.of(FakeBundles.role("guard", "tacit.pulse.guard"), FakeBundles.role("style", null))));
        panel.generations = Fake.later(Fake.of(
                Generations.class,
                (method, given) -> Optional.of(new Generation(
                        4, 3L, Instant.EPOCH, "ada", "shipped", new TreeMap<>(), new TreeMap<>(), null))));
        panel.database = Fake.of(Database.class, (method, given) -> "HSQLDB in /data/store");
        panel.traces = Fake.of(TraceStore.class, this::traces);
        panel.events = Fake.of(Events.class, (method, given) -> 17L);
        return panel;
    }

    private Object traces(String method, Object... given) {
        if (broken) {
            throw new StoreException("The disk is full");
        }
        return switch (method) {
            case "workspaces" -> workspaces;
            case "counts" ->
                new TraceCounts(
                        5, 50, Map.of(), Map.of("claude-code " + Attack.TEXT, Instant.parse("2026-03-01T11:00:00Z")));
            default -> Collections.nCopies(pending, new PendingTrace("t1", 1));
        };
    }

    private String findings() {
        return String.valueOf(panel.show(Looked.at()).values().get("findings"));
    }

    @Test
    void saysWhatIsNotWellAndWhatMendsIt() {
        whole();
        problems.add("Bundle 'example.broken' cannot start");
        alarms.add("Generation 5 could not start");

        assertThat(findings())
                .contains("example.broken", "Mend or remove that bundle")
                .contains("Generation 5 could not start")
                .contains("1 of 2 roles have no provider")
                .contains("HSQLDB in /data/store");
    }

    @Test
    void neverTakesWhatItDoesNotKnowForWell() {
        assertThat(findings())
                .contains("No database is open", "Nobody can say whether all parts started", "No generation decides")
                .doesNotContain("state=ok");
        assertThat(panel.show(Looked.at()).values())
                .containsEntry("stores", false)
                .doesNotContainKey("traces");
    }

    @Test
    void countsWhatWaitsToBeLearnedFrom() {
        Map<String, Object> values = whole().show(Looked.at()).values();

        assertThat(values)
                .containsEntry("traces", 10L)
                .containsEntry("waiting", 6L)
                .containsEntry("generation", 4L)
                .containsEntry("told", 17L);
        pending = Findings.MOST;
        assertThat(String.valueOf(panel.show(Looked.at()).values().get("rows"))).contains("at least");
    }

    @Test
    void showsTheRestWhenTheStoreRefuses() {
        whole();
        broken = true;

        assertThat(findings()).contains("The disk is full");
        assertThat(panel.show(Looked.at()).values()).containsEntry("stores", false);
    }

    @Test
    void showsTheWholeHostToTokensOfTheWholeHostOnly() {
        Principal other = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));
        Principal reader = new Principal("bob", AccessRole.READER, Scope.ofDefaultWorkspace());

        assertThat(whole().show(Looked.at().by(reader)).values()).containsEntry("stores", true);
        assertThatThrownBy(() -> panel.show(Looked.at().by(other))).hasMessageContaining("whole host");
    }

    @Test
    void showsItself() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            List<String> faults = new ArrayList<>(frame.faults(browser, "host", "host-gone"));
            whole();
            problems.add("Bundle '" + Attack.TEXT + "' cannot start");
            faults.addAll(frame.faults(browser, "host", "host"));
            Page page = frame.open(browser, "reader-token", "host", 1280, false);
            assertThat(page.locator("main")).containsText("claude-code " + Attack.TEXT);
            assertThat(page.locator("main img, main script").count()).isZero();
            workspaces = List.of();
            faults.addAll(frame.faults(browser, "host", "host-empty"));

            assertThat(faults).isEmpty();
        }
    }
}
