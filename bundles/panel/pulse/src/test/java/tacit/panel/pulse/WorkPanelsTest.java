package tacit.panel.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.page.Page;
import tacit.api.pulse.PulseRun;
import tacit.api.pulse.Twins;
import tacit.surface.mission.Looked;

/** Dispatches, schedules, triggers and twins. */
class WorkPanelsTest {

    private final Stores stores = new Stores();
    private final Work work = new Work(stores);
    private Twins twins;

    @BeforeEach
    void bring(@TempDir Path folder) {
        twins = stores.twins(folder);
        work.whole(twins);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static Looked of(String name, String value) {
        return Looked.at().with(Map.of(name, value));
    }

    @Test
    void listsDispatchesInPagesAndByState() {
        for (int i = 0; i < 60; i++) {
            stores.beats.run("d" + i, PulseRun.Type.DISPATCH, PulseRun.State.RUNNING, "p1", "default");
        }
        stores.beats.run("d60", PulseRun.Type.DISPATCH, PulseRun.State.FAILED, "p1", "default");
        stores.beats.run("far", PulseRun.Type.DISPATCH, PulseRun.State.RUNNING, "p2", "elsewhere");

        Page page = work.dispatches.show(of("offset", "50"));

        assertThat(Shown.rows(page)).hasSize(11);
        assertThat(page.values()).containsEntry("total", 61L);
        assertThat(Shown.column(work.dispatches.show(of("state", "failed")), "rows", "what"))
                .containsExactly("The executor is gone. ");
        Who.refused(400, () -> work.dispatches.show(of("state", "great")));
    }

    @Test
    void showsADispatchWithItsStepsAndThePulseThatMadeIt() {
        stores.beats.run("p0", PulseRun.Type.PULSE, PulseRun.State.COMPLETED, "p1", "default");
        stores.beats.run("d1", PulseRun.Type.DISPATCH, PulseRun.State.RUNNING, "p1", "default");
        stores.beats.run("st1", PulseRun.Type.STEP, PulseRun.State.RUNNING, "p1", "default");

        Page page = work.dispatches.show(Looked.at("d1"));

        assertThat(page.values()).containsEntry("parentPanel", "heartbeat");
        assertThat(Shown.column(page, "steps", "id")).containsExactly("st1");
        assertThat(Shown.column(stores.heartbeat.show(Looked.at("p0")), "made", "id"))
                .containsExactly("d1");
        Who.refused(404, () -> work.dispatches.show(Looked.at("p0")));
        Who.refused(404, () -> work.dispatches.show(Looked.at("d1").by(Who.ELSEWHERE)));
    }

    @Test
    void stopsADispatchThatIsUnderWay() {
        stores.beats.run("d1", PulseRun.Type.DISPATCH, PulseRun.State.RUNNING, "p1", "default");
        stores.beats.run("d2", PulseRun.Type.DISPATCH, PulseRun.State.COMPLETED, "p1", "default");

        assertThat(work.dispatches.act(of("id", "d1"), "cancel").message()).isEqualTo("It is stopped");

        Who.refused(409, () -> work.dispatches.act(of("id", "d2"), "cancel"));
        Who.refused(404, () -> work.dispatches.act(of("id", "d1").by(Who.ELSEWHERE), "cancel"));
        Who.refused(403, () -> work.dispatches.act(of("id", "d1").by(Who.OF_BOB), "cancel"));
        Who.refused(404, () -> work.dispatches.act(of("id", "d1"), "explode"));
        assertThat(stores.beats.acts).containsExactly("cancel d1 ada ", "cancel d2 ada ");
    }

    @Test
    void endsASchedule() {
        stores.beats.handoffs.add(Work.handoff("h1", "default", "Report"));
        stores.beats.handoffs.add(Work.handoff("h2", "elsewhere", "Far"));

        assertThat(Shown.column(work.schedules.show(Looked.at()), "rows", "name"))
                .containsExactly("Report");
        Who.refused(404, () -> work.schedules.act(of("id", "h2"), "remove"));
        work.schedules.act(of("id", "h1"), "remove");

        assertThat(Shown.rows(work.schedules.show(Looked.at()))).isEmpty();
        assertThat(stores.beats.acts).containsExactly("remove h1 ada");
        Who.refused(404, () -> work.schedules.act(of("id", "h1"), "explode"));
        Who.refused(404, () -> work.schedules.show(Looked.at("wishes")));
    }

    @Test
    void showsTriggersOfTheWorkspaceAndAllToTheHost() {
        Page ours = work.schedules.show(Looked.at("triggers"));
        Page theirs = work.schedules.show(Looked.at("triggers").by(Who.ELSEWHERE));

        assertThat(Shown.column(ours, "rows", "id")).containsExactly("mail", "far");
        assertThat(Shown.column(theirs, "rows", "id")).containsExactly("far");
        Who.refused(403, () -> work.schedules.show(Looked.at("triggers").by(Who.OF_BOB)));
    }

    @Test
    void activatesAndEndsATwin() {
        assertThat(work.twins.act(of("template", "code-reviewer"), "activate").message())
                .isEqualTo("The role twin-code-reviewer speaks as this preset now");
        assertThat(Shown.column(work.twins.show(Looked.at()), "active", "role")).containsExactly("twin-code-reviewer");
        assertThat(Shown.column(work.twins.show(Looked.at("code-reviewer")), "active", "role"))
                .hasSize(1);
        assertThat(Shown.column(work.twins.show(Looked.at().by(Who.ELSEWHERE)), "active", "role"))
                .isEmpty();
        Who.refused(404, () -> work.twins.act(of("role", "twin-code-reviewer").by(Who.ELSEWHERE), "end"));

        work.twins.act(of("role", "twin-code-reviewer"), "end");

        assertThat(twins.active("default")).isEmpty();
        assertThat(stores.acts()).containsExactly("twin.activate", "twin.deactivate");
        Who.refused(400, () -> work.twins.act(of("template", "nobody"), "activate"));
        Who.refused(404, () -> work.twins.show(Looked.at("nobody")));
        Who.refused(404, () -> work.twins.act(Looked.at(), "explode"));
    }

    @Test
    void saysWhenNobodyCanSay() {
        work.dispatches.desk = null;
        work.schedules.desk = null;
        work.schedules.triggers = null;
        work.twins.twins = null;

        assertThat(work.dispatches.show(Looked.at()).values()).containsEntry("known", false);
        assertThat(work.schedules.show(Looked.at()).values()).containsEntry("known", false);
        assertThat(work.schedules.show(Looked.at("triggers")).values()).containsEntry("known", false);
        assertThat(work.twins.show(Looked.at()).values()).containsEntry("known", false);
        Who.refused(503, () -> work.twins.act(of("template", "x"), "activate"));
        Who.refused(503, () -> work.schedules.act(of("id", "x"), "remove"));
        Who.refused(503, () -> work.dispatches.act(of("id", "x"), "cancel"));
    }
}
