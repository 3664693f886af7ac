package tacit.adapt.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.adapt.skills.Desk.ADA;
import static tacit.adapt.skills.Desk.TEAM;

import dev.langchain4j.skills.FileSystemSkillLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.adapt.skills.folder.PublishedRules;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillFilesReport;
import tacit.api.adapt.SkillImport;
import tacit.api.adapt.SkillProposal;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class AgentSkillFoldersTest {

    private static final String CLAUDE = ".claude/skills";

    private Desk desk;

    @BeforeEach
    void open(Database database, @TempDir Path folder) {
        desk = new Desk(database, folder);
    }

    @Test
    void writesWhatThePublishedRulesAskFor() {
        desk.failed("Run \"tests\": #1 – ünïcode", "it's \\ broken: yes");
        String name = desk.approved("Run \"tests\": #1 – ünïcode");

        SkillFilesReport report = desk.folders("").export(TEAM, "shared/skills", List.of());

        assertThat(report.written()).containsExactly("shared/skills/" + name + "/SKILL.md");
        assertThat(PublishedRules.broken(desk.root.resolve("shared/skills").resolve(name)))
                .isEmpty();
        assertThat(desk.read("shared/skills/" + name + "/SKILL.md"))
                .contains("tacit.bundle: \"tacit.adapt.skills\"", "tacit.version: \"1\"", "3 runs worked, 1 failed");
    }

    @Test
    void isReadBackIdenticalByAnotherImplementation() {
        String name = desk.approved("Run \"tests\": #1 – ünïcode \uD83D\uDE80");
        desk.approvedWritten("on", "# Do it\n\nWith --- hyphens\n\n---\n\nand: colons");
        desk.folders("").export(TEAM, "shared", List.of());

        List<dev.langchain4j.skills.FileSystemSkill> read =
                FileSystemSkillLoader.loadSkills(desk.root.resolve("shared"));

        assertThat(read).hasSize(2);
        for (dev.langchain4j.skills.FileSystemSkill one : read) {
            Skill ours = desk.skills.find(TEAM, one.name()).orElseThrow();
            assertThat(one.description()).isEqualTo(ours.current().content().description());
            assertThat(one.content().strip())
                    .isEqualTo(ours.current().content().prompt().strip());
        }
        assertThat(name).isNotEqualTo("on");
    }

    @Test
    void proposesFoldersOfOthersAndTellsOfThoseThatBreakTheRules() {
        desk.write("theirs/pdf-forms/SKILL.md", FOREIGN);
        desk.write("theirs/wrong-name/SKILL.md", FOREIGN);
        desk.write("theirs/broken/SKILL.md", "no front matter");

        SkillImport done = desk.folders("").importFolder(TEAM, "theirs/");

        assertThat(done.refused())
                .containsEntry("theirs/wrong-name/SKILL.md", "name must be that of the folder")
                .containsKey("theirs/broken/SKILL.md");
        SkillProposal proposal = desk.proposals.list(TEAM, null, 10).get(0);
        assertThat(proposal.proposer().name()).isEqualTo("import");
        assertThat(proposal.status()).isEqualTo(SkillProposal.Status.PENDING);
        assertThat(proposal.requiredTools()).containsExactly("Bash(pdftk:*)", "Read");
        assertThat(proposal.draft().description()).isEqualTo("Fills in PDF forms.\nUse it for forms.");
        desk.proposals.approve(TEAM, proposal.id(), ADA, null, null);
        assertThat(desk.folders("").document(TEAM, "pdf-forms")).hasValueSatisfying(file -> assertThat(file.text())
                .contains("license: \"Apache-2.0\"", "author: \"example\"", "version: \"1.0\"")
                .doesNotContain("tacit.bundle: \"theirs\""));
    }

    @Test
    void knowsItsOwnSkillsWhenItReadsThem() {
        desk.approvedWritten("release-notes", "First way");
        desk.folders("").export(TEAM, "shared", List.of());

        SkillImport done = desk.folders("").importFolder(TEAM, "shared");

        assertThat(done.proposals().get("shared/release-notes/SKILL.md").duplicateOf())
                .isEqualTo("skill release-notes");
    }

    @Test
    void syncsNothingUnlessItIsSwitchedOn() {
        desk.approvedWritten("release-notes", "First way");

        assertThat(desk.folders("").sync(TEAM)).isEqualTo(SkillFilesReport.NOTHING);

        assertThat(desk.has(CLAUDE)).isFalse();
    }

    @Test
    void keepsTheFoldersOfAgentsInLine() {
        desk.approvedWritten("release-notes", "First way");
        AgentSkillFolders folders = desk.folders(CLAUDE + ",.agents/skills");

        assertThat(folders.sync(TEAM).written()).hasSize(2);
        assertThat(folders.sync(TEAM)).isEqualTo(SkillFilesReport.NOTHING);
        desk.approvedWritten("release-notes", "Second way");
        assertThat(folders.sync(TEAM).written()).hasSize(2);
        assertThat(desk.read(CLAUDE + "/release-notes/SKILL.md")).contains("Second way");
        desk.skills.retire(TEAM, "release-notes", ADA, "outdated");

        assertThat(folders.sync(TEAM).removed()).hasSize(2);
        assertThat(desk.has(CLAUDE + "/release-notes/SKILL.md")).isFalse();
    }

    @Test
    void leavesWhatWasChangedByHandAndWhatIsNotItsOwn() {
        desk.approvedWritten("release-notes", "First way");
        desk.approvedWritten("deploy", "Deploy way");
        desk.approvedWritten("review", "Review way");
        desk.write(CLAUDE + "/deploy/SKILL.md", "mine");
        desk.write(CLAUDE + "/review/notes.txt", "mine");
        AgentSkillFolders folders = desk.folders(CLAUDE);
        folders.sync(TEAM);
        desk.write(CLAUDE + "/release-notes/SKILL.md", desk.read(CLAUDE + "/release-notes/SKILL.md") + "by hand");
        desk.approvedWritten("release-notes", "Second way");

        SkillFilesReport report = folders.sync(TEAM);

        assertThat(report.written()).isEmpty();
        assertThat(report.kept())
                .containsEntry(CLAUDE + "/deploy/SKILL.md", "It was not written by Tacit")
                .containsEntry(CLAUDE + "/release-notes/SKILL.md", "It was changed by hand")
                .hasEntrySatisfying(
                        CLAUDE + "/review/SKILL.md", why -> assertThat(why).contains("not Tacit's"));
        assertThat(desk.read(CLAUDE + "/deploy/SKILL.md")).isEqualTo("mine");
        assertThat(desk.read(CLAUDE + "/release-notes/SKILL.md")).contains("First way", "by hand");
        desk.skills.retire(TEAM, "release-notes", ADA, "outdated");
        assertThat(folders.sync(TEAM).removed()).isEmpty();
        assertThat(desk.has(CLAUDE + "/release-notes/SKILL.md")).isTrue();
    }

    @Test
    void refusesPathsThatLeadOutAndSkillsThatAreNotThere() {
        assertThatThrownBy(() -> desk.folders("../elsewhere")).hasMessageContaining("sync.folders");
        assertThatThrownBy(() -> desk.folders("/etc")).hasMessageContaining("sync.folders");
        assertThatThrownBy(() -> desk.folders("").export(TEAM, " ", List.of())).hasMessageContaining("folder");
        assertThatThrownBy(() -> desk.folders("").export(TEAM, "x", List.of("none")))
                .hasMessage("Cannot find active skill 'none'");
        desk.approvedWritten("release-notes", "First way");
        assertThatThrownBy(() -> desk.folders("").export(TEAM, "../out", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final String FOREIGN = """
            ---
            name: pdf-forms
            description: |-
              Fills in PDF forms.
              Use it for forms.
            license: Apache-2.0
            allowed-tools: Bash(pdftk:*) Read
            metadata:
              author: example
              version: 1.0
              tacit.bundle: theirs
            ---

            # PDF forms

            Read the form first.
            """;
}
