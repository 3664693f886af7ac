package tacit.panel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.autonomy.Approvals;
import tacit.api.experiment.Experiments;
import tacit.api.learn.FailureClusters;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.store.Page;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;
import tacit.runtime.testkit.browser.Browser;
import tacit.surface.mission.Fake;
import tacit.surface.mission.Looked;
import tacit.surface.mission.MissionFrame;

class OverviewPanelTest {

    private TestDatabase database;
    private SqlTraceStore store;
    private OverviewPanel panel;

    @BeforeEach
    void open() {
        database = Engine.HSQLDB.open();
        store = new SqlTraceStore(database.database());
        FailureClusters none = Fake.of(FailureClusters.class, (method, arguments) -> new Page<>(List.of(), 0, 0));
        panel = new OverviewPanel(store, none);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<?> waits() {
        return (List<?>) panel.show(Looked.at()).values().get("waits");
    }

    @Test
    void countsWhatWaitsAndLeavesOutWhatNobodyCanSay() {
        assertThat(waits()).hasSize(5).noneMatch(row -> ((Map<?, ?>) row).containsKey("number"));

        panel.approvals = Fake.of(Approvals.class, (method, arguments) -> new Page<>(List.of(), 0, 3));
        panel.experiments = Fake.later(Fake.of(Experiments.class, (method, arguments) -> new Page<>(List.of(), 0, 0)));

        assertThat(waits().get(0))
                .isEqualTo(Map.of("label", "Approvals", "panel", "approvals", "number", 3L, "state", "wait"));
        assertThat(waits().get(2))
                .isEqualTo(Map.of("label", "Experiments to decide", "panel", "experiments", "number", 0L, "state", ""));
    }

    @Test
    void showsTheLearningsOfTodayOnly() {
        Learning today = learning("l1", 3600);
        Learning yesterday = learning("l2", 24 * 3600);
        panel.learnings =
                Fake.of(LearningsLog.class, (method, arguments) -> new Page<>(List.of(today, yesterday), 0, 2));

        assertThat(panel.show(Looked.at()).values())
                .containsEntry("learned", 1)
                .containsEntry("learnings", List.of(today))
                .doesNotContainKey("reported");
    }

    private static Learning learning(String id, long before) {
        return new Learning(
                id,
                "p",
                "default",
                Learning.Kind.DREAM,
                id,
                "Hives stand again",
                null,
                null,
                Evidence.NOON.minusSeconds(before));
    }

    @Test
    void showsItselfSoThatAllCanReadAndUseIt() throws IOException {
        Browser.assume();
        try (MissionFrame frame = new MissionFrame(panel);
                Browser browser = Browser.of(frame.uri())) {
            assertThat(frame.faults(browser, "overview", "overview-empty")).isEmpty();
            Evidence.run(store, "t1", "Count the open orders of May");
            Evidence.many(store, 30);
            panel.approvals = Fake.of(Approvals.class, (method, arguments) -> new Page<>(List.of(), 0, 3));
            panel.learnings =
                    Fake.of(LearningsLog.class, (method, arguments) -> new Page<>(List.of(learning("l1", 60)), 0, 1));

            assertThat(frame.faults(browser, "overview", "overview")).isEmpty();
        }
    }
}
