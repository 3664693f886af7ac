package tacit.panel.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.page.Page;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.Signal;
import tacit.surface.mission.Looked;

class SignalsPanelTest {

    private final Stores stores = new Stores();
    private final SignalsPanel panel = stores.signalsPanel;
    private AutomationProfile keeper;

    @BeforeEach
    void bring() {
        stores.whole();
        keeper = stores.profile("keeper", "default");
        stores.audit.entries.clear();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void listsTheLedgerInPagesWithStrengthAndWhoTold() {
        for (int i = 0; i < 60; i++) {
            stores.signal(keeper, "Branch " + i + " is old");
        }
        stores.signal(stores.profile("far", "elsewhere"), "Far");

        Page page = panel.show(Looked.at().with(Map.of("offset", "50")));

        assertThat(page.values()).containsEntry("total", 60L);
        assertThat(Shown.rows(page)).hasSize(10);
        assertThat(Shown.column(page, "rows", "source")).containsOnly("GIT");
        assertThat(Shown.column(page, "rows", "strength")).containsOnly("0.8");
        assertThat(Shown.column(page, "rows", "state")).containsOnly("OPEN");
        assertThat(Shown.column(page, "rows", "role")).containsOnly("keeper");
        assertThat(Shown.rows(panel.show(Looked.at().with(Map.of("family", "mentions")))))
                .isEmpty();
        Who.refused(400, () -> panel.show(Looked.at().with(Map.of("family", "gossip"))));
        Who.refused(400, () -> panel.show(Looked.at().with(Map.of("state", "great"))));
    }

    @Test
    void endsASignalAndShowsItByItsState() {
        Signal signal = stores.signal(keeper, "A branch is old");

        panel.act(Looked.at().with(Map.of("id", signal.id(), "reason", "On purpose")), "dismiss");

        assertThat(Shown.rows(panel.show(Looked.at()))).isEmpty();
        assertThat(Shown.rows(panel.show(Looked.at().with(Map.of("state", "dismissed")))))
                .hasSize(1);
        assertThat(Shown.rows(panel.show(Looked.at().with(Map.of("state", "all")))))
                .hasSize(1);
        assertThat(panel.show(Looked.at(signal.id())).values()).containsEntry("waits", false);
        assertThat(stores.acts()).containsExactly("signal.dismiss");
        Who.refused(409, () -> panel.act(Looked.at().with(Map.of("id", signal.id())), "dismiss"));
    }

    @Test
    void tellsASignalToAProfile() {
        Looked told = Looked.at()
                .with(Map.of(
                        "profile", keeper.id(), "family", "mentions", "urgency", "high", "text", "Look at the build"));

        assertThat(panel.act(told, "tell").message()).isEqualTo("It waits for the next look of keeper");
        assertThat(panel.act(told, "tell").message()).startsWith("It was known");

        assertThat(stores.signals.open(keeper.id(), 10)).singleElement().satisfies(signal -> {
            assertThat(signal.strength()).isEqualTo(.7);
            assertThat(signal.mergedCount()).isEqualTo(2);
        });
        Who.refused(404, () -> panel.act(told.by(Who.ELSEWHERE), "tell"));
        Who.refused(400, () -> panel.act(Looked.at().with(Map.of("profile", keeper.id(), "text", "x")), "tell"));
    }

    @Test
    void showsASignalOfItsWorkspaceOnly() {
        Signal signal = stores.signal(keeper, "A branch is old");
        Looked asked = Looked.at(signal.id()).with(Map.of("id", signal.id()));

        assertThat(Shown.column(panel.show(asked), "payload", "value")).containsExactly("A branch is old");
        assertThat(Shown.column(panel.show(asked), "evidence", "to")).containsExactly("traces");
        Who.refused(404, () -> panel.show(asked.by(Who.ELSEWHERE)));
        Who.refused(404, () -> panel.act(asked.by(Who.ELSEWHERE), "dismiss"));
        Who.refused(403, () -> panel.show(asked.by(Who.OF_BOB)));
        Who.refused(404, () -> panel.act(asked, "explode"));
        assertThat(stores.acts()).isEmpty();
    }

    @Test
    void saysWhenNobodyCanSay() {
        panel.ledger = null;

        assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
        Who.refused(503, () -> panel.act(Looked.at().with(Map.of("id", "s1")), "dismiss"));
    }
}
