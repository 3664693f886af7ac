package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.learn.evals.replay.Samples.NOW;
import static tacit.learn.evals.replay.Samples.SCOPE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.harness.InnerCall;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.learn.evals.replay.Samples.ListDecisions;
import tacit.learn.evals.replay.Samples.NumberedHarness;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class PoisonedCaseTest {

    @Test
    void refusesACaseOfWhichACandidateCanReadTheAnswer(Database database) {
        ListDecisions log = new ListDecisions()
                .with(
                        Samples.decision("d1", "[{\"note\":\"decision: allow\"}]", NOW),
                        Samples.decision("d2", "[{\"expected\":\"allow\"}]", NOW),
                        Samples.decision(
                                "d3", "[1]", NOW, new InnerCall("memory", "find()", "[]", "{\"verdict\":\"allow\"}")),
                        Samples.decision("d4", "[{\"note\":\"I allow this decision\"}]", NOW));
        SqlReplayCases cases =
                Samples.cases(database, log, new NumberedHarness(), new ListAuditLog(), new MovingClock(), Map.of());

        for (String poisoned : List.of("d1", "d2", "d3")) {
            for (Origin origin : Origin.values()) {
                assertThatThrownBy(() -> cases.add(SCOPE, Samples.draft(poisoned, origin, poisoned, null)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("it tells the answer that is asked for");
            }
        }
        assertThat(cases.list(SCOPE, "", PageRequest.first(10)).total()).isZero();
        assertThat(cases.add(SCOPE, Samples.draft("d4")).source()).isEqualTo("d4");
    }
}
