package tacit.adapt.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.adapt.skills.Desk.ADA;
import static tacit.adapt.skills.Desk.ANNA;
import static tacit.adapt.skills.Desk.TEAM;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.Skill;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** Agents are told of the versions that the settings name. */
@EachDatabase
class OfferedShelfTest {

    private static final String NAME = "release-notes";

    private Desk desk;

    @BeforeEach
    void open(Database database, @TempDir Path folder) {
        desk = new Desk(database, folder);
        desk.approvedWritten(NAME, "First way");
        desk.approvedWritten(NAME, "Second way");
    }

    private List<String> told(String offered, String user) {
        ContextRequest request =
                new ContextRequest("w1", "Write the release notes for 1.2", Audience.ofUser(user), Instant.EPOCH, 3);
        return desk.fragments(offered).fragments(request).stream()
                .map(ContextFragment::key)
                .toList();
    }

    private Optional<String> read(String offered) {
        return desk.skills(Map.of("offered", offered))
                .offered(TEAM, NAME)
                .map(skill -> skill.current().content().prompt());
    }

    @Test
    void offersWhatIsActiveWhereNothingIsNamed() {
        assertThat(told("", "anna")).containsExactly("skill:" + NAME);
        assertThat(read("")).contains("Second way");
        assertThat(read("elsewhere/-")).contains("Second way");

        desk.skills.retire(TEAM, NAME, ADA, "old");

        assertThat(told("", "anna")).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void offersTheVersionThatIsNamedAndNothingElse() {
        assertThat(read("w1/release-notes@1")).contains("First way");
        assertThat(told("w1/release-notes@1", "anna")).containsExactly("skill:" + NAME);
        assertThat(told("w1/other@1", "anna")).isEmpty();
        assertThat(told("w1/-", "anna")).isEmpty();
        assertThat(read("w1/-")).isEmpty();
        assertThat(read("w1/release-notes@9")).isEmpty();
    }

    @Test
    void offersWhatIsNamedWhateverBecameOfItSince() {
        desk.skills.retire(TEAM, NAME, ADA, "old");

        Optional<Skill> named =
                desk.skills(Map.of("offered", "w1/release-notes@1")).offered(TEAM, NAME);

        assertThat(named).hasValueSatisfying(skill -> {
            assertThat(skill.state()).isEqualTo(Skill.State.ACTIVE);
            assertThat(skill.current().version()).isEqualTo(1);
        });
    }

    @Test
    void writesIntoFoldersWhatIsOffered() {
        desk.folders("agents", "w1/release-notes@1").sync(TEAM);
        assertThat(desk.read("agents/release-notes/SKILL.md"))
                .contains("First way")
                .contains("tacit.version: \"1\"");

        desk.folders("agents", "w1/release-notes@2").sync(TEAM);
        assertThat(desk.read("agents/release-notes/SKILL.md")).contains("Second way");

        desk.folders("agents", "w1/-").sync(TEAM);
        assertThat(desk.has("agents/release-notes/SKILL.md")).isFalse();
        assertThat(desk.folders("", "w1/release-notes@1").document(TEAM, NAME))
                .hasValueSatisfying(file -> assertThat(file.text()).contains("First way"));
    }

    @Test
    void offersAUsersOwnToThatUserWhateverIsNamed() {
        String proposal = String.valueOf(
                desk.proposals.propose(ANNA, Desk.written("my-notes", "My way")).proposalId());
        desk.proposals.approve(ANNA, proposal, ADA, null, null);

        assertThat(told("w1/-", "anna")).containsExactly("skill:my-notes");
        assertThat(told("w1/-", "ben")).isEmpty();
    }

    @Test
    void offersNoWordsThatWereForgotten() {
        desk.approvedWritten(NAME, "Tell Zoe of it\nThird way", "t9");
        assertThat(read("w1/release-notes@3"))
                .hasValueSatisfying(text -> assertThat(text).contains("Zoe"));

        desk.skills.forget(TEAM, List.of(), List.of("Tell Zoe of it"));
        assertThat(read("w1/release-notes@3")).contains("Third way");

        desk.skills.forget(TEAM, List.of("t9"), List.of());
        assertThat(read("w1/release-notes@3")).isEmpty();
        assertThat(told("w1/release-notes@3", "anna")).isEmpty();
    }

    @Test
    void offersNothingOfWhatWasCleared() {
        desk.skills.clear(TEAM);

        assertThat(read("w1/release-notes@1")).isEmpty();
        assertThat(told("w1/release-notes@1", "anna")).isEmpty();
    }

    @Test
    void usesNoNumberTwiceThatAGenerationMayName() {
        desk.skills.clear(TEAM);

        desk.approvedWritten(NAME, "Another way");

        assertThat(desk.skills.find(TEAM, NAME).orElseThrow().current().version())
                .isEqualTo(3);
        assertThat(read("w1/release-notes@1")).isEmpty();
        assertThat(read("w1/release-notes@3")).contains("Another way");
    }

    @Test
    void refusesASettingThatCannotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.fragments("release-notes"))
                .withMessageContaining("WORKSPACE/NAME@VERSION");
        assertThatIllegalArgumentException().isThrownBy(() -> desk.skills(Map.of("offered", "w1/a@0")));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.folders("", "w1/a@1,w1/a@2"));
    }
}
