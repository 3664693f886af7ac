package tacit.adapt.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.adapt.skills.Desk.ANNA;
import static tacit.adapt.skills.Desk.TEAM;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillVersion;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ForgettingTest {

    private Desk desk;

    @BeforeEach
    void open(Database database, @TempDir Path folder) {
        desk = new Desk(database, folder);
    }

    @Test
    void takesTheWordsOfARunOutOfProposalSkillAndFiles() {
        String name = desk.approved("Run tests");
        desk.folders("").export(TEAM, "shared", List.of());
        assertThat(desk.read("shared/" + name + "/SKILL.md")).contains("for run-1”");

        int changed = desk.skills.forget(TEAM, List.of("run-1"), List.of());

        assertThat(changed).isEqualTo(2);
        assertThat(prompts(name)).hasSize(2).noneMatch(prompt -> prompt.contains("for run-1"));
        assertThat(desk.skills.find(TEAM, name)).hasValueSatisfying(skill -> {
            assertThat(skill.current().note()).isEqualTo("words that were forgotten were taken out");
            assertThat(skill.current().evidence()).contains("Worked in 2 runs");
        });
        SkillProposal proposal = desk.proposals.list(TEAM, null, 1).get(0);
        assertThat(proposal.draft().prompt()).doesNotContain("for run-1").contains("for run-2");
        assertThat(desk.read(".cowork/skills/proposals/" + proposal.id() + ".json"))
                .doesNotContain("for run-1");
        assertThat(desk.read("shared/" + name + "/SKILL.md"))
                .doesNotContain("for run-1")
                .contains("for run-2");
    }

    @Test
    void removesWhatHadItsWordsFromTheseRunsAlone() {
        String name = desk.approvedWritten("release-notes", "Tell Zoe of the secret garden", "t9");
        desk.folders("").export(TEAM, "shared", List.of());
        String proposal = desk.proposals.list(TEAM, null, 1).get(0).id();
        desk.proposals.evaluate(TEAM, proposal, List.of());

        desk.skills.forget(TEAM, List.of("t9"), List.of());

        assertThat(desk.skills.find(TEAM, name)).isEmpty();
        assertThat(desk.proposals.list(TEAM, null, 10)).isEmpty();
        assertThat(desk.has(".cowork/skills/proposals/" + proposal + ".json")).isFalse();
        assertThat(desk.has(".cowork/skills/evals/" + proposal + ".json")).isFalse();
        assertThat(desk.has("shared/release-notes/SKILL.md")).isFalse();
    }

    @Test
    void takesTextsOutOfWhatSomebodyWrote() {
        String name = desk.approvedWritten("release-notes", "Read the commits\nMail them to Zoe Winter at home\nDone");

        desk.skills.forget(TEAM, List.of(), List.of("mail them to zoe winter"));

        assertThat(prompts(name)).allSatisfy(prompt -> assertThat(prompt).isEqualTo("Read the commits\nDone"));
    }

    @Test
    void takesLinesOutOfAFileThatWasChangedByHand() {
        String name = desk.approvedWritten("release-notes", "Read the commits\nMail them to Zoe Winter at home\nDone");
        desk.folders("").export(TEAM, "shared", List.of());
        String path = "shared/" + name + "/SKILL.md";
        desk.write(path, desk.read(path) + "My own line stays here\n");

        desk.skills.forget(TEAM, List.of(), List.of("mail them to zoe winter"));

        assertThat(desk.read(path))
                .contains("My own line stays here", "Read the commits")
                .doesNotContain("Zoe");
    }

    @Test
    void leavesWhatHoldsNoneOfTheWords() {
        String name = desk.approved("Run tests");

        assertThat(desk.skills.forget(TEAM, List.of("elsewhere"), List.of("some other words that stand nowhere")))
                .isZero();

        assertThat(desk.skills.history(TEAM, name)).hasSize(1);
    }

    @Test
    void clearsAUsersOwnAndAWholeWorkspace() {
        desk.approvedWritten("release-notes", "First way");
        desk.privately("Pay the rent");
        desk.privately("Pay the rent");
        desk.privately("Pay the rent");
        desk.promoter.maybePropose(ANNA);

        assertThat(desk.skills.clear(ANNA)).isEqualTo(1);
        assertThat(desk.skills.list(TEAM, false, 10)).extracting(Skill::name).containsExactly("release-notes");
        assertThat(desk.skills.clear(TEAM)).isEqualTo(2);

        assertThat(desk.proposals.list(TEAM, null, 10)).isEmpty();
        assertThat(desk.files.list("w1", ".cowork/skills/proposals", 1, List.of()))
                .isEmpty();
    }

    private List<String> prompts(String name) {
        return desk.skills.history(TEAM, name).stream()
                .map(SkillVersion::content)
                .map(content -> content.prompt())
                .toList();
    }
}
