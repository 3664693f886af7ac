package tacit.pulse.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;

/** The host dies between any two steps of a run, and the next start ends the run as if nothing had been. */
@EachDatabase
class CrashTest {

    @TempDir
    Path folder;

    private final Database database;
    private Rig rig;

    CrashTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        rig = new Rig(database, folder);
        rig.settings.put("reflection.dispatchDefaults.autoDispatch", "true");
        rig.settings.put("reflection.dispatchDefaults.workspace", "task");
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
    }

    private ReflectionRun only() {
        assertThat(rig.desk.runs("ops", null, null, PageRequest.first(9)).total())
                .isEqualTo(1);
        return rig.desk.runs("ops", null, null, PageRequest.first(9)).rows().get(0);
    }

    @Test
    void rf60ARunIsLedOnFromWhereverItStood() {
        isLedOn(
                "subconscious.evidence_collected",
                "subconscious.hypotheses_generated",
                "subconscious.critiques_generated");
    }

    @Test
    void rf60ARunIsLedOnFromWhereverItDispatched() {
        isLedOn(
                "subconscious.decision_synthesized",
                "subconscious.dispatch_started",
                "subconscious.dispatch_completed");
    }

    private void isLedOn(String... steps) {
        int runs = 0;
        for (String step : steps) {
            rig.around.dies = step;
            rig.sees(ReflectionEvidence.Type.CODE_FAILURE, true, "fails at " + step);
            assertThatThrownBy(() -> rig.desk.reflect("ops", "workspace:shop", "operator", true))
                    .isInstanceOf(FakeSurroundings.HostDied.class);
            rig.around.dies = "";

            rig.upkeep.start();

            runs++;
            assertThat(rig.out.orders).as(step).hasSize(runs);
            assertThat(rig.desk.runs("ops", null, null, PageRequest.first(99)).rows())
                    .as(step)
                    .hasSize(runs)
                    .allSatisfy(run -> {
                        assertThat(run.stage()).isEqualTo(Stage.COMPLETED);
                        assertThat(run.outcome()).isEqualTo(Outcome.DISPATCH);
                    });
        }
    }

    @Test
    void rf61NothingIsDispatchedTwiceWhenTheHostDiesBehindIt() {
        rig.out.diesBehindDispatch = true;
        assertThatThrownBy(() -> rig.reflect()).isInstanceOf(FakeSurroundings.HostDied.class);
        assertThat(only().stage()).isEqualTo(Stage.DISPATCHING);
        rig.out.diesBehindDispatch = false;

        rig.upkeep.start();
        rig.upkeep.start();

        assertThat(rig.out.runs).hasSize(1);
        assertThat(only().dispatchId()).isEqualTo("d1");
        assertThat(rig.around.learnt).hasSize(1);
    }

    @Test
    void rf62ASuggestionThatNobodyHeardOfIsFoundAgain() {
        rig.settings.put("reflection.dispatchDefaults.autoDispatch", "false");
        rig.out.diesBehindOffer = true;
        assertThatThrownBy(() -> rig.reflect()).isInstanceOf(FakeSurroundings.HostDied.class);
        rig.out.diesBehindOffer = false;

        rig.upkeep.start();

        assertThat(rig.out.offered).hasSize(1);
        assertThat(only().dispatchId()).isEqualTo("suggestion:s1");
        assertThat(only().outcome()).isEqualTo(Outcome.SUGGEST);
        assertThat(rig.desk
                        .backlog("ops", ReflectionBacklog.State.DISPATCHED, PageRequest.first(9))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void aRunOfAProfileThatIsGoneFails() {
        rig.around.dies = "subconscious.hypotheses_generated";
        assertThatThrownBy(() -> rig.reflect()).isInstanceOf(FakeSurroundings.HostDied.class);
        rig.around.profiles.clear();

        rig.upkeep.start();

        assertThat(only().stage()).isEqualTo(Stage.FAILED);
        assertThat(only().error()).isEqualTo("its profile is gone");
    }

    @Test
    void filesThatWereLostAreWrittenAgain() {
        rig.around.dies = "subconscious.dispatch_completed";
        assertThatThrownBy(() -> rig.reflect()).isInstanceOf(FakeSurroundings.HostDied.class);
        assertThat(folder.resolve(".cowork")).doesNotExist();
        rig.around.dies = "";

        rig.upkeep.start();

        assertThat(folder.resolve(".cowork/subconscious/targets/workspace_shop/runs/" + only().id() + "/decision.json"))
                .content()
                .contains("\"outcome\":\"dispatch\"");
    }
}
