package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.adapt.learning.AuditedSkillDesk;
import tacit.adapt.learning.GenerationOffers;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.skills.AgentSkillFolders;
import tacit.adapt.skills.ReviewedProposals;
import tacit.adapt.skills.VersionedSkills;
import tacit.api.access.AuditEntry;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.adapt.Skills;
import tacit.api.command.Command;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.SkillHarness;
import tacit.runtime.testkit.SkillJar;

@EachDatabase
class SkillCommandsTest {

    private final ListAudit audit = new ListAudit();
    private final SkillHarness harness = new SkillHarness();
    private final ShellLines shell = new ShellLines();
    private ReviewedProposals proposals;

    @BeforeEach
    void start(Database database, @TempDir Path folder) {
        MovingClock clock = new MovingClock();
        SqlStateStore state = new SqlStateStore(database, new PatternRedactor(), clock);
        FolderFiles files = FolderFiles.of(folder);
        proposals = new ReviewedProposals(state, files, clock);
        SkillJar jar = new SkillJar();
        Skills skills = harness.facade(
                Skills.class,
                offered -> new VersionedSkills(
                        state,
                        new SqlTraceStore(database),
                        files,
                        clock,
                        Configurations.of(VersionedSkills.Config.class, Map.of("offered", offered))));
        SkillFolders folders = harness.facade(
                SkillFolders.class,
                offered -> new AgentSkillFolders(
                        state,
                        files,
                        clock,
                        Configurations.of(AgentSkillFolders.Config.class, Map.of("offered", offered))));
        AuditedSkillDesk desk = new AuditedSkillDesk(
                skills, proposals, folders, new GenerationOffers(harness, jar, jar, skills), audit);
        shell.with(new SkillCommands(skills, proposals, desk), "skills");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    @Test
    void decidesOnProposalsAndShowsSkills() {
        String first = proposed("Read and write");
        assertThat(run("tacit:skills proposals --status pending")).contains(first, "notes");
        assertThat(run("tacit:skills eval " + first)).contains("own");
        assertThat(run("tacit:skills show " + first)).contains("Read and write");
        assertThat(run("tacit:skills approve " + first)).contains("APPROVED");
        run("tacit:skills approve " + proposed("Read more"));

        assertThat(run("tacit:skills")).contains("notes", "ACTIVE");
        assertThat(run("tacit:skills history notes")).contains("1", "2");
        run("tacit:skills rollback notes 1");
        assertThat(run("tacit:skills show notes")).contains("Read and write");
        assertThat(run("tacit:skills export out")).contains("out/notes/SKILL.md");
        assertThat(run("tacit:skills import out")).contains("duplicate of skill notes");
        assertThat(run("tacit:skills sync")).doesNotContain("SKILL.md");
        run("tacit:skills retire notes --reason old");
        assertThat(run("tacit:skills list --retired")).contains("RETIRED");
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly(
                        "skill.approve",
                        "skill.approve",
                        "skill.rollback",
                        "skill.export",
                        "skill.import",
                        "skill.sync",
                        "skill.retire");
    }

    @Test
    void approvesForProofAndOffersByAGeneration() {
        run("tacit:skills approve --prove " + proposed("Read and write"));

        assertThat(harness.offered()).isEqualTo("default/-");
        assertThat(refused("tacit:skills offer notes 1")).contains("--reason");
        assertThat(refused("tacit:skills offer notes --reason now")).contains("a name and a version");
        assertThat(refused("tacit:skills offer notes 4 --reason now")).contains("no version 4");
        assertThat(run("tacit:skills offer notes 1 --reason now")).contains("notes");
        assertThat(harness.offered()).isEqualTo("default/notes@1");
        assertThat(harness.now().reason()).isEqualTo("now");
    }

    @Test
    void rejectsWithAReasonOnly() {
        String id = proposed("Read and write");

        assertThat(refused("tacit:skills reject " + id)).contains("--reason");
        assertThat(run("tacit:skills reject " + id + " --reason 'too vague'")).contains("REJECTED");
        assertThat(run("tacit:skills show " + id)).contains("too vague");
        assertThat(refused("tacit:skills approve " + id)).contains("does not wait any more");
    }

    @Test
    void saysWhatItKnows() {
        assertThat(refused("tacit:skills burn")).contains("skills knows");
        assertThat(refused("tacit:skills show none")).contains("Cannot find skill or proposal 'none'");
        assertThat(refused("tacit:skills rollback notes")).contains("a name and a version");
        assertThat(refused("tacit:skills retire none --reason x")).contains("Cannot find skill 'none'");
        assertThat(refused("tacit:skills eval none")).contains("Cannot find proposal");
        assertThat(LineRule.allowed("skills list")).isEqualTo("tacit:skills list");
    }

    private String run(String line) {
        assertThat(shell.run(line)).as(line + shell.err()).isEqualTo(Command.OK);
        return shell.out();
    }

    private String refused(String line) {
        assertThat(shell.run(line)).as(line).isNotEqualTo(Command.OK);
        return shell.err();
    }

    private String proposed(String prompt) {
        SkillProposalDraft draft = new SkillProposalDraft(
                "Notes recur",
                List.of(),
                List.of(),
                "",
                new SkillDraft("notes", "Release notes", "Writes notes", prompt, "", "", List.of(), true),
                new SkillActor(SkillActor.Kind.AGENT, "coder"),
                List.of());
        return String.valueOf(
                proposals.propose(Scope.ofDefaultWorkspace(), draft).proposalId());
    }
}
