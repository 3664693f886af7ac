package tacit.adapt.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.adapt.skills.Desk.ANNA;
import static tacit.adapt.skills.Desk.TEAM;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.SkillUses;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class UseCountsTest {

    private UseCounts counts;

    @BeforeEach
    void open(Database database, @TempDir Path folder) {
        counts = new UseCounts(new Desk(database, folder).state);
    }

    @Test
    void countsARunOnceAsItCameOutLast() {
        assertThat(counts.count(TEAM, "notes", "a", OutcomeLabel.UNKNOWN)).isTrue();
        assertThat(counts.count(TEAM, "notes", "a", OutcomeLabel.NEUTRAL)).isFalse();
        assertThat(counts.of(TEAM, "notes")).isEqualTo(new SkillUses(0, 0, 1));

        assertThat(counts.count(TEAM, "notes", "a", OutcomeLabel.FAILURE)).isTrue();
        assertThat(counts.count(TEAM, "notes", "a", OutcomeLabel.SUCCESS)).isTrue();
        assertThat(counts.count(TEAM, "notes", "a", OutcomeLabel.SUCCESS)).isFalse();

        assertThat(counts.of(TEAM, "notes")).isEqualTo(new SkillUses(1, 0, 0));
    }

    @Test
    void keepsSkillsApartWhoseNamesBeginAlike() {
        counts.count(TEAM, "notes", "a", OutcomeLabel.SUCCESS);
        counts.count(TEAM, "notes-more", "b", OutcomeLabel.SUCCESS);

        assertThat(counts.of(TEAM, "notes")).isEqualTo(new SkillUses(1, 0, 0));
        assertThat(counts.of(TEAM, "more")).isEqualTo(new SkillUses(0, 0, 0));
    }

    @Test
    void countsAUsersOwnSkillForNoSkillOfTheWorkspaceWithTheSameName() {
        counts.count(ANNA, "notes", "a", OutcomeLabel.FAILURE);
        counts.count(TEAM, "notes", "b", OutcomeLabel.SUCCESS);

        assertThat(counts.of(TEAM, "notes")).isEqualTo(new SkillUses(1, 0, 0));
        assertThat(counts.of(ANNA, "notes")).isEqualTo(new SkillUses(0, 1, 0));
        assertThat(counts.of(new Scope("w1", "ben"), "notes")).isEqualTo(new SkillUses(0, 0, 0));
    }

    @Test
    void forgetsTheUsesOfOneSkillOfOneOwner() {
        counts.count(ANNA, "notes", "a", OutcomeLabel.FAILURE);
        counts.count(TEAM, "notes", "b", OutcomeLabel.SUCCESS);
        counts.count(TEAM, "notes", "c", OutcomeLabel.UNKNOWN);
        counts.count(TEAM, "other", "d", OutcomeLabel.SUCCESS);

        counts.forget(TEAM, "notes");

        assertThat(counts.of(TEAM, "notes")).isEqualTo(new SkillUses(0, 0, 0));
        assertThat(counts.of(TEAM, "other")).isEqualTo(new SkillUses(1, 0, 0));
        assertThat(counts.of(ANNA, "notes")).isEqualTo(new SkillUses(0, 1, 0));
    }
}
