package tacit.learn.evals.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tacit.api.learn.ReplayCase;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SidesTest {

    private static final int SEEDS = 20;

    private static void requireDivided(LaterWork work) {
        assertThat(work.sides)
                .allSatisfy((what, sides) -> assertThat(sides).as(what).hasSize(1));
        assertThat(work.made)
                .allSatisfy(one -> assertThat(work.kept(one).older()).isEqualTo(one.older()));
    }

    @Test
    void neverHasAQuestionATaskOrAGroupOnBothSides(Database database) {
        List<ReplayCase> all = new ArrayList<>();
        int refused = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            LaterWork work = new LaterWork(database, "later " + seed, seed);
            work.act(80);
            requireDivided(work);
            all.addAll(work.made);
            refused += work.refused;
        }

        assertThat(all).extracting(ReplayCase::older).contains(true, false);
        assertThat(refused).isLessThan(all.size() / 2);
    }

    @Test
    void keepsTheSidesOfADatabaseFromBefore(Database database) {
        for (int seed = 0; seed < SEEDS; seed++) {
            LaterWork work = new LaterWork(database, "before " + seed, seed);
            work.act(40);
            work.becomeOld();
            work.act(40);
            requireDivided(work);
        }
    }

    @Test
    void tellsNothingOfWhatItCompares() {
        String inputs = Histories.inputs("secret errand", 1);
        DecisionGroup group =
                DecisionGroup.of(Samples.decision("d1", inputs, Samples.NOW).situation());

        assertThat(Set.of(group.near(), group.whole())).allMatch(key -> key.matches("decisions [0-9a-f]{64}"));
    }
}
