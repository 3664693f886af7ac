package tacit.bench.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tacit.api.experiment.ExperimentState;

class WayTest {

    private static List<Act> acts(Way way) {
        List<Act> acts = new ArrayList<>(List.of(Act.PROPOSE));
        ExperimentState state = ExperimentState.PROPOSED;
        while (!state.ended()) {
            Act next = way.next(state, acts.contains(Act.APPROVE));
            acts.add(next);
            state = next.state().orElse(state);
        }
        return acts;
    }

    @Test
    void leadsFromTheProposalToItsEnd() {
        assertThat(acts(Way.WATCHED)).containsExactly(Act.PROPOSE, Act.RUN, Act.CANARY, Act.PROMOTE, Act.WATCH);
        assertThat(acts(Way.BROUGHT_BACK))
                .containsExactly(Act.PROPOSE, Act.RUN, Act.APPROVE, Act.PROMOTE, Act.ROLLBACK);
        assertThat(acts(Way.REFUSED)).containsExactly(Act.PROPOSE, Act.RUN, Act.CANARY, Act.REJECT);
        assertThat(acts(Way.UNDONE)).containsExactly(Act.PROPOSE, Act.RUN, Act.PROMOTE, Act.UNDO);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void hasTheActsThatItLeadsThrough(Way way) {
        List<Act> acts = acts(way);

        assertThat(Arrays.stream(Act.values()).filter(way::has)).containsExactlyInAnyOrderElementsOf(acts);
    }

    @Test
    void aimsAtEveryActInEachRound() {
        Set<Act> aimed = EnumSet.copyOf(Act.ROUND);

        assertThat(aimed).containsExactlyInAnyOrder(Act.values());
    }

    @Test
    void putsAsideWhatTheHarnessOvertook() {
        assertThat(Way.WATCHED.next(ExperimentState.INCONCLUSIVE, false)).isEqualTo(Act.REJECT);
    }

    @Test
    void leadsNothingOnThatRunsOrIsOver() {
        assertThatThrownBy(() -> Way.UNDONE.next(ExperimentState.RUNNING, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Nobody leads on what is RUNNING");
    }
}
