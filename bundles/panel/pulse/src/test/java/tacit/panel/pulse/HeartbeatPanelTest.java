package tacit.panel.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.page.Page;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.PulseRun;
import tacit.surface.mission.Looked;

class HeartbeatPanelTest {

    private final Stores stores = new Stores();

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void turnsASwitchAndTheAuditLogSaysSo() {
        stores.whole();

        assertThat(stores.heartbeat
                        .act(Looked.at().with(Map.of("stage", "dispatch")), "off")
                        .message())
                .isEqualTo("The switch of dispatch is off");
        assertThat(stores.switches.on(CoreStage.DISPATCH)).isFalse();
        stores.heartbeat.act(Looked.at().with(Map.of("stage", "all")), "off");

        assertThat(stores.switches.on(CoreStage.HEARTBEAT)).isFalse();
        assertThat(stores.heartbeat.show(Looked.at()).values()).containsEntry("running", 0L);
        assertThat(stores.acts()).containsExactly("core.off", "core.off");
    }

    @Test
    void leavesSwitchesToWhoAnswersForTheWholeHost() {
        stores.whole();
        stores.switches.ran(CoreStage.REFLECTION, 0, List.of("a secret of another workspace"));

        Page page = stores.heartbeat.show(Looked.at().by(Who.ELSEWHERE));

        assertThat(page.values()).containsEntry("untaken", List.of());
        assertThat(Shown.column(page, "stages", "turn")).containsOnly("null");
        assertThat(Shown.column(stores.heartbeat.show(Looked.at()), "untaken", "text"))
                .containsExactly("a secret of another workspace");
        Who.refused(
                403, () -> stores.heartbeat.act(Looked.at().by(Who.ELSEWHERE).with(Map.of("stage", "all")), "off"));
        Who.refused(403, () -> stores.heartbeat.show(Looked.at().by(Who.OF_BOB)));
        assertThat(stores.acts()).isEmpty();
    }

    @Test
    void refusesWhatIsWrong() {
        stores.whole();

        Who.refused(404, () -> stores.heartbeat.act(Looked.at(), "explode"));
        Who.refused(400, () -> stores.heartbeat.act(Looked.at(), "off"));
        Who.refused(400, () -> stores.heartbeat.act(Looked.at().with(Map.of("stage", "rocket")), "off"));
        assertThat(stores.acts()).isEmpty();
    }

    @Test
    void listsWhatPulsesDecidedInPagesAndWithTheirReasons() {
        stores.whole();
        String own = stores.profile("keeper", "default").id();
        for (int i = 0; i < 60; i++) {
            stores.beats.run("p" + i, PulseRun.Type.PULSE, PulseRun.State.COMPLETED, own, "default");
        }
        stores.beats.run("far", PulseRun.Type.PULSE, PulseRun.State.COMPLETED, "x", "elsewhere");

        Page page = stores.heartbeat.show(Looked.at().with(Map.of("offset", "50")));

        assertThat(Shown.rows(page)).hasSize(10);
        assertThat(page.values()).containsEntry("total", 60L);
        assertThat(Shown.column(page, "rows", "what")).allMatch(why -> why.startsWith("Strength 0.90"));
        assertThat(Shown.column(page, "rows", "role")).containsOnly("keeper");
        assertThat(Shown.rows(stores.heartbeat.show(Looked.at().with(Map.of("profile", "none")))))
                .isEmpty();
    }

    @Test
    void showsOnePulseOfItsWorkspaceOnly() {
        stores.whole();
        stores.beats.run("p1", PulseRun.Type.PULSE, PulseRun.State.FAILED, "x", "default");

        assertThat(stores.heartbeat.show(Looked.at("p1")).title()).isEqualTo("Pulse of x");
        Who.refused(404, () -> stores.heartbeat.show(Looked.at("p1").by(Who.ELSEWHERE)));
        Who.refused(404, () -> stores.heartbeat.show(Looked.at("p9")));
    }

    @Test
    void saysWhatNobodyCanSay() {
        assertThat(stores.heartbeat.show(Looked.at()).values())
                .containsEntry("known", false)
                .containsEntry("pulses", false);
        Who.refused(503, () -> stores.heartbeat.show(Looked.at("p1")));
        Who.refused(503, () -> stores.heartbeat.act(Looked.at().with(Map.of("stage", "all")), "off"));
    }
}
