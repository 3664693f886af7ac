package tacit.adapt.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.adapt.skills.Desk.ADA;
import static tacit.adapt.skills.Desk.ANNA;
import static tacit.adapt.skills.Desk.TEAM;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillUses;
import tacit.api.adapt.SkillVersion;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Span;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class VersionedSkillsTest {

    private Desk desk;

    @BeforeEach
    void open(Database database, @TempDir Path folder) {
        desk = new Desk(database, folder);
    }

    @Test
    void goesBackToWhatASkillSaidBefore() {
        desk.approvedWritten("release-notes", "First way");
        desk.approvedWritten("release-notes", "Second way");

        assertThat(desk.skills.rollBack(TEAM, "release-notes", 1, ADA).done()).isTrue();

        assertThat(desk.skills.history(TEAM, "release-notes"))
                .extracting(SkillVersion::version, version -> version.content().prompt())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "First way"),
                        org.assertj.core.groups.Tuple.tuple(2, "Second way"),
                        org.assertj.core.groups.Tuple.tuple(3, "First way"));
    }

    @Test
    void refusesToGoBackToWhatIsNotThere() {
        desk.approvedWritten("release-notes", "First way");

        assertThat(desk.skills.rollBack(TEAM, "release-notes", 7, ADA).reason()).contains("no earlier version 7");
        assertThat(desk.skills.rollBack(TEAM, "release-notes", 1, ADA).done()).isFalse();
        assertThat(desk.skills.rollBack(TEAM, "none", 1, ADA).reason()).isEqualTo("Cannot find skill 'none'");
    }

    @Test
    void retiresASkillOnceAndProposesItsPatternNoMore() {
        String name = desk.approved("Run tests");

        assertThat(desk.skills.retire(TEAM, name, ADA, "outdated").done()).isTrue();

        assertThat(desk.skills.retire(TEAM, name, ADA, "again").reason()).contains("is retired");
        assertThat(desk.skills.list(TEAM, false, 10)).isEmpty();
        assertThat(desk.skills.list(TEAM, true, 10)).extracting(Skill::state).containsExactly(Skill.State.RETIRED);
        assertThat(desk.promoter(Map.of("cooldown_minutes", 0)).preview(TEAM).reason())
                .isEqualTo("rejected: retired by ada: outdated");
    }

    @Test
    void countsEachRunOnceAsItCameOutLast() {
        desk.approvedWritten("release-notes", "First way");
        desk.run("t1", OutcomeLabel.UNKNOWN, null, Map.of(Attribute.SKILLS_USED, "release-notes, other"));
        assertThat(desk.skills.countUse(TEAM, "t1")).containsExactly("release-notes");
        assertThat(uses()).isEqualTo(new SkillUses(0, 0, 1));

        desk.run("t1", OutcomeLabel.SUCCESS, null, Map.of());
        desk.skills.countUse(TEAM, "t1");
        desk.skills.countUse(TEAM, "t1");

        assertThat(uses()).isEqualTo(new SkillUses(1, 0, 0));
    }

    @Test
    void seesUsesByToolsAndByFiles() {
        desk.approvedWritten("release-notes", "First way");
        desk.run("t1", OutcomeLabel.SUCCESS, null, Map.of(), tool("Skill", "{\"skill\":\"release-notes\"}"));
        desk.run(
                "t2",
                OutcomeLabel.SUCCESS,
                null,
                Map.of(),
                tool("Read", "{\"path\":\".claude/skills/release-notes/SKILL.md\"}"));
        desk.run(
                "t3",
                OutcomeLabel.SUCCESS,
                null,
                Map.of(),
                tool("mcp__tacit__skill_read", "{\"name\":\"release-notes\"}"));
        desk.run("t4", OutcomeLabel.SUCCESS, null, Map.of(), tool("search", "{\"name\":\"release-notes\"}"));

        List.of("t1", "t2", "t3", "t4").forEach(run -> desk.skills.countUse(TEAM, run));

        assertThat(uses().successes()).isEqualTo(3);
        assertThat(desk.skills.countUse(TEAM, "nothing")).isEmpty();
    }

    @Test
    void proposesToRetireWhatFailsItsRuns() {
        desk.approvedWritten("release-notes", "First way");
        for (int i = 0; i < 3; i++) {
            desk.run("bad" + i, OutcomeLabel.FAILURE, null, Map.of(Attribute.SKILLS_USED, "release-notes"));
            desk.skills.countUse(TEAM, "bad" + i);
        }

        List<SkillProposal> pending = desk.proposals.list(TEAM, SkillProposal.Status.PENDING, 10);
        assertThat(pending).singleElement().satisfies(proposal -> assertThat(proposal.kind())
                .isEqualTo(SkillProposal.Kind.RETIREMENT));
        assertThat(desk.proposals
                        .approve(TEAM, pending.get(0).id(), ADA, null, "it fails")
                        .done())
                .isTrue();
        assertThat(desk.skills.list(TEAM, false, 10)).isEmpty();
    }

    @Test
    void keepsWhatSucceedsMoreOftenThanItFails() {
        desk.approvedWritten("release-notes", "First way");
        for (int i = 0; i < 8; i++) {
            OutcomeLabel label = i % 2 == 0 ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE;
            desk.run("t" + i, label, null, Map.of(Attribute.SKILLS_USED, "release-notes"));
            desk.skills.countUse(TEAM, "t" + i);
        }

        assertThat(desk.proposals.list(TEAM, SkillProposal.Status.PENDING, 10)).isEmpty();
        assertThatThrownBy(() -> desk.skills(Map.of("retire_failures", 0))).hasMessageContaining("retire.failures");
    }

    @Test
    void offersNamesAndDescriptionsOfWhatATaskIsAbout() {
        String name = desk.approved("Run tests");

        assertThat(offered("please run tests now", Audience.ofUser(null)))
                .singleElement()
                .satisfies(fragment -> {
                    assertThat(fragment.text())
                            .startsWith("[Skill] " + name + ": ")
                            .doesNotContain("look around");
                    assertThat(fragment.visibility()).isEqualTo(Visibility.SHARED);
                });
        assertThat(offered("water the plants", Audience.ofUser(null))).isEmpty();
        desk.skills.retire(TEAM, name, ADA, "outdated");
        assertThat(offered("please run tests now", Audience.ofUser(null))).isEmpty();
    }

    @Test
    void offersAUsersOwnSkillToThatUserAlone() {
        desk.privately("Pay the rent");
        desk.privately("Pay the rent");
        desk.privately("Pay the rent");
        String proposal = String.valueOf(desk.promoter.maybePropose(ANNA).proposalId());
        desk.proposals.approve(ANNA, proposal, ADA, null, null);

        assertThat(offered("pay the rent", Audience.ofUser("anna"))).hasSize(1);
        assertThat(offered("pay the rent", Audience.ofUser("ben"))).isEmpty();
        assertThat(offered("pay the rent", new Audience(Audience.Kind.GROUP, "anna", "slack", null, false)))
                .isEmpty();
        assertThat(offered("pay the rent", new Audience(Audience.Kind.PRIVATE, "anna", null, null, true)))
                .isEmpty();
    }

    private List<ContextFragment> offered(String task, Audience audience) {
        return desk.fragments.fragments(new ContextRequest("w1", task, audience, desk.clock.instant(), 20));
    }

    private SkillUses uses() {
        return desk.skills.find(TEAM, "release-notes").orElseThrow().uses();
    }

    private static Span tool(String name, String input) {
        return Span.builder("s1", Operation.EXECUTE_TOOL, name)
                .attributes(Map.of(Attribute.TOOL_NAME, name))
                .input(input)
                .build();
    }
}
