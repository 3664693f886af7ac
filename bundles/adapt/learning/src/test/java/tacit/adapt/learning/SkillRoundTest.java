package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.adapt.learning.SkillHost.ADA;
import static tacit.adapt.learning.SkillHost.TEAM;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditEntry;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillUses;
import tacit.api.memory.PlaybookEntry;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SkillRoundTest {

    @TempDir
    Path folder;

    private SkillHost host;

    @BeforeEach
    void open(Database database) {
        host = new SkillHost(database, folder, Map.of("sync_folders", ".claude/skills"));
    }

    @Test
    void proposesASkillAfterARunThatWentWellAndSaysSoFirst() {
        host.learnt("a", "Run tests", null);
        host.learnt("b", "Run tests", null);
        host.round(Map.of()).learn(TEAM, List.of("a", "b"));
        assertThat(host.audit.entries).isEmpty();

        host.learnt("c", "Run tests", null);
        host.round(Map.of()).learn(TEAM, List.of("c"));
        host.round(Map.of()).learn(TEAM, List.of("c"));

        assertThat(host.proposals.list(TEAM, null, 10)).hasSize(1);
        assertThat(host.audit.entries).extracting(AuditEntry::action).containsExactly("skill.propose");
    }

    @Test
    void proposesNothingWhereTheAuditLogDoesNotTakeIt() {
        host.learnt("a", "Run tests", null);
        host.learnt("b", "Run tests", null);
        host.learnt("c", "Run tests", null);
        host.audit.broken = true;

        host.round(Map.of()).learn(TEAM, List.of("c"));

        assertThat(host.proposals.list(TEAM, null, 10)).isEmpty();
    }

    @Test
    void proposesWhatIsOneUsersOwnToThatUser() {
        for (String run : List.of("a", "b", "c")) {
            host.learnt(run, "Pay the rent", "anna");
        }

        host.round(Map.of()).learn(TEAM, List.of("a", "b", "c"));

        assertThat(host.proposals.list(TEAM, null, 10)).isEmpty();
        assertThat(host.proposals.list(new Scope("w1", "anna"), null, 10)).hasSize(1);
    }

    @Test
    void looksForNothingAfterAFailureOrWhenItIsOff() {
        for (String run : List.of("a", "b", "c")) {
            host.learnt(run, "Run tests", null);
        }
        host.used("d", OutcomeLabel.FAILURE, "none");

        host.round(Map.of()).learn(TEAM, List.of("d"));
        host.round(Map.of("propose", false)).learn(TEAM, List.of("c"));

        assertThat(host.proposals.list(TEAM, null, 10)).isEmpty();
    }

    @Test
    void countsUsesUnlessThatIsOff() {
        host.desk.approve(TEAM, host.proposed("notes", "Read and write"), ADA, null, null);
        host.used("a", OutcomeLabel.SUCCESS, "notes");
        host.used("b", OutcomeLabel.SUCCESS, "notes");

        host.round(Map.of()).learn(TEAM, List.of("a"));
        host.round(Map.of("count_uses", false)).learn(TEAM, List.of("b"));

        assertThat(host.skills.find(TEAM, "notes"))
                .hasValueSatisfying(skill -> assertThat(skill.uses()).isEqualTo(new SkillUses(1, 0, 0)));
    }

    @Test
    void writesTheAuditLogBeforeEachDecisionAndLetsFoldersFollow() {
        String id = host.proposed("notes", "Read and write");

        host.desk.approve(TEAM, id, ADA, null, null);
        assertThat(folder.resolve(".claude/skills/notes/SKILL.md")).exists();
        host.desk.approve(TEAM, host.proposed("notes", "Read more"), ADA, null, null);
        host.desk.rollBack(TEAM, "notes", 1, ADA);
        assertThat(folder.resolve(".claude/skills/notes/SKILL.md")).content().contains("Read and write");
        host.desk.export(TEAM, "out", List.of(), ADA);
        host.desk.importFolder(TEAM, "out", ADA);
        host.desk.retire(TEAM, "notes", ADA, "old");
        assertThat(Files.exists(folder.resolve(".claude/skills/notes/SKILL.md")))
                .isFalse();
        host.desk.sync(TEAM, ADA);
        host.desk.reject(TEAM, host.proposed("other", "Else"), ADA, "no");

        assertThat(host.audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly(
                        "skill.approve",
                        "skill.approve",
                        "skill.rollback",
                        "skill.export",
                        "skill.import",
                        "skill.retire",
                        "skill.sync",
                        "skill.reject");
        host.audit.broken = true;
        String other = host.proposed("third", "Third");
        assertThatThrownBy(() -> host.desk.approve(TEAM, other, ADA, null, null))
                .hasMessageContaining("full");
        assertThat(host.proposals.find(TEAM, other)).map(SkillProposal::status).contains(SkillProposal.Status.PENDING);
    }

    @Test
    void forgetsWhatWasMadeOfAMemoryAndOfAUser() {
        PlaybookEntry first = host.learnt("a", "Run tests", null);
        host.learnt("b", "Run tests", null);
        host.learnt("c", "Run tests", null);
        host.round(Map.of()).learn(TEAM, List.of("c"));
        host.run("nora-run", OutcomeLabel.SUCCESS, "nora", Map.of());
        host.proposed("hers", "Words of Nora", "nora-run");
        SkillForgetting forgetting = new SkillForgetting(host.skills, host.traces);

        forgetting.removed(List.of(host.memories.find(TEAM, first.id()).orElseThrow()));
        int changed = forgetting.forgetUser(new Scope("w1", "nora"));

        assertThat(changed).isEqualTo(1);
        assertThat(host.proposals.list(TEAM, null, 10)).singleElement().satisfies(proposal -> assertThat(
                        proposal.draft().prompt())
                .contains("as b”", "as c”")
                .doesNotContain("as a”"));
        assertThat(forgetting.forget(TEAM, List.of(), List.of("please run tests as b")))
                .isEqualTo(1);
        forgetting.cleared(TEAM);
        assertThat(host.proposals.list(TEAM, null, 10)).isEmpty();
        assertThat(forgetting.heldOf(new Scope("w1", "nora"))).isEmpty();
    }
}
