package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.adapt.learning.AuditedSkillDesk;
import tacit.adapt.learning.GenerationOffers;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.skills.AgentSkillFolders;
import tacit.adapt.skills.ReviewedProposals;
import tacit.adapt.skills.VersionedSkills;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.SkillHarness;
import tacit.runtime.testkit.SkillJar;
import tacit.runtime.testkit.openapi.Conformance;

/** Skills over HTTP, on real roles. */
@EachDatabase
class SkillResourcesTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final String BODY = """
            {"id":"notes","name":"Release notes","description":"Writes release notes","prompt":"Read and write",
             "problemStatement":"Notes recur","evidence":["twice"],"requiredTools":["shell"]}""";

    private final ListAuditLog audit = new ListAuditLog();
    private final SkillHarness harness = new SkillHarness();
    private ReviewedProposals proposals;
    private VersionedSkills skills;
    private AgentSkillFolders folders;
    private AuditedSkillDesk desk;

    @BeforeEach
    void open(Database database, @TempDir Path folder) {
        MovingClock clock = new MovingClock();
        SqlStateStore state = new SqlStateStore(database, new PatternRedactor(), clock);
        FolderFiles files = FolderFiles.of(folder);
        proposals = new ReviewedProposals(state, files, clock);
        skills = new VersionedSkills(
                state,
                new SqlTraceStore(database),
                files,
                clock,
                Configurations.of(VersionedSkills.Config.class, Map.of()));
        folders =
                new AgentSkillFolders(state, files, clock, Configurations.of(AgentSkillFolders.Config.class, Map.of()));
        SkillJar jar = new SkillJar();
        desk = new AuditedSkillDesk(skills, proposals, folders, new GenerationOffers(harness, jar, jar, skills), audit);
    }

    @Test
    void sk04LetsNobodyDecideOnTheirOwnProposal() {
        HttpResource propose = new SkillProposeResource(proposals, audit);

        JsonNode created = Conformance.checked(propose, propose.handle(FakeCall.json(BODY)));

        assertThat(created.get("status").textValue()).isEqualTo("created");
        assertThat(Conformance.checked(propose, propose.handle(FakeCall.json(BODY)))
                        .get("duplicateOf"))
                .isEqualTo(created.get("id"));
        FakeCall approve =
                new FakeCall().at("id", created.get("id").textValue()).at("act", "approve");
        assertThatThrownBy(() -> review().handle(approve))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("does not decide");
        assertThat(propose.role()).contains(AccessRole.AGENT);
        assertThat(review().role()).contains(AccessRole.OPERATOR);
    }

    @Test
    void decidesShowsAndGoesBack() {
        approved("Read and write");
        approved("Read, group and write");

        JsonNode list = Conformance.answer(new SkillsResource(skills), new FakeCall());
        assertThat(list.at("/skills/0/version").intValue()).isEqualTo(2);
        HttpResource change = new SkillChangeResource(desk);
        change.handle(FakeCall.json("{\"version\":1}").at("name", "notes").at("act", "rollback"));
        JsonNode skill = Conformance.answer(new SkillResource(skills), new FakeCall().at("name", "notes"));
        assertThat(skill.get("versions")).hasSize(3);
        assertThat(skill.at("/versions/2/content/prompt").textValue()).isEqualTo("Read and write");
        assertThat(Replies.text(new SkillDocumentResource(folders).handle(new FakeCall().at("name", "notes"))))
                .startsWith("---\nname: notes\n");
        change.handle(FakeCall.json("{\"reason\":\"old\"}").at("name", "notes").at("act", "retire"));
        assertThat(Conformance.answer(new SkillsResource(skills), new FakeCall())
                        .get("skills"))
                .isEmpty();
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("skill.approve", "skill.approve", "skill.rollback", "skill.retire");
    }

    @Test
    void listsProposalsByStatusAndJudgesDrafts() {
        String id = proposed("Read and write");

        JsonNode pending =
                Conformance.answer(new SkillProposalsResource(proposals), new FakeCall().asking("status", "pending"));
        assertThat(pending.at("/proposals/0/id").textValue()).isEqualTo(id);
        assertThat(Conformance.answer(new SkillProposalResource(proposals), new FakeCall().at("id", id))
                        .at("/draftSkill/prompt")
                        .textValue())
                .isEqualTo("Read and write");
        JsonNode report = Conformance.answer(
                review(),
                FakeCall.json("{\"expected\":[\"read\",\"sing\"]}").at("id", id).at("act", "eval"));
        assertThat(report.get("score").doubleValue()).isEqualTo(0.5);
        review().handle(FakeCall.json("{\"reason\":\"no\"}").at("id", id).at("act", "reject"));
        assertThat(Conformance.answer(new SkillProposalResource(proposals), new FakeCall().at("id", id))
                        .get("reason")
                        .textValue())
                .isEqualTo("no");
    }

    @Test
    void approvesForProofAndOffersByAGeneration() {
        String id = proposed("Read and write");

        review().handle(FakeCall.json("{\"prove\":true}").at("id", id).at("act", "approve"));
        assertThat(harness.offered()).isEqualTo("default/-");
        HttpResource change = new SkillChangeResource(desk);
        FakeCall unknown = FakeCall.json("{\"version\":4,\"reason\":\"now\"}")
                .at("name", "notes")
                .at("act", "offer");
        assertThatThrownBy(() -> change.handle(unknown))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("no version 4");

        change.handle(FakeCall.json("{\"version\":1,\"reason\":\"now\"}")
                .at("name", "notes")
                .at("act", "offer"));

        assertThat(harness.offered()).isEqualTo("default/notes@1");
    }

    @Test
    void writesAndReadsFolders() {
        approved("Read and write");
        HttpResource resource = new SkillFoldersResource(desk);

        JsonNode written = Conformance.checked(
                resource, resource.handle(FakeCall.json("{\"folder\":\"out\"}").at("way", "export")));
        JsonNode read = Conformance.checked(
                resource, resource.handle(FakeCall.json("{\"folder\":\"out\"}").at("way", "import")));
        JsonNode text = Conformance.checked(
                resource,
                resource.handle(FakeCall.json(
                                "{\"name\":\"pdf\",\"text\":\"---\\nname: pdf\\ndescription: Reads\\n---\\nRead it\"}")
                        .at("way", "import")));

        assertThat(written.at("/written/0").textValue()).isEqualTo("out/notes/SKILL.md");
        assertThat(read.get("proposals").get("out/notes/SKILL.md").get("status").textValue())
                .isEqualTo("duplicate");
        assertThat(text.get("status").textValue()).isEqualTo("created");
        assertThat(Conformance.checked(resource, resource.handle(new FakeCall().at("way", "sync")))
                        .get("written"))
                .isEmpty();
    }

    @Test
    void saysWhatIsNotThere() {
        assertProblem(new SkillResource(skills), new FakeCall().at("name", "none"), 404);
        assertProblem(new SkillDocumentResource(folders), new FakeCall().at("name", "none"), 404);
        assertProblem(new SkillProposalResource(proposals), new FakeCall().at("id", "none"), 404);
        assertProblem(review(), new FakeCall().at("id", "none").at("act", "approve"), 404);
        assertProblem(review(), new FakeCall().at("id", "none").at("act", "burn"), 404);
        assertProblem(review(), new FakeCall().at("id", "none").at("act", "reject"), 400);
        assertProblem(
                new SkillChangeResource(desk),
                FakeCall.json("{\"reason\":\"x\"}").at("name", "none").at("act", "retire"),
                404);
        assertProblem(
                new SkillFoldersResource(desk),
                FakeCall.json("{\"folder\":\"../out\"}").at("way", "import"),
                400);
        assertProblem(new SkillProposeResource(proposals, audit), FakeCall.json("{}"), 400);
    }

    @Test
    void showsAUsersOwnToThatUserAlone() {
        proposals.propose(new Scope("default", "nora"), draft("Words of Nora"));
        HttpResource list = new SkillProposalsResource(proposals);

        assertThat(Conformance.checked(list, list.handle(new FakeCall())).get("proposals"))
                .isEmpty();
        assertThat(Conformance.checked(list, list.handle(new FakeCall().in(new Scope("default", "nora"))))
                        .get("proposals"))
                .hasSize(1);
        assertProblem(list, new FakeCall().in(new Scope("default", "ben")).asking("userId", "nora"), 403);
    }

    private static void assertProblem(HttpResource resource, FakeCall call, int status) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    private HttpResource review() {
        return new SkillReviewResource(desk, proposals);
    }

    private void approved(String prompt) {
        review().handle(new FakeCall().at("id", proposed(prompt)).at("act", "approve"));
    }

    private String proposed(String prompt) {
        return String.valueOf(proposals.propose(SCOPE, draft(prompt)).proposalId());
    }

    private static SkillProposalDraft draft(String prompt) {
        return new SkillProposalDraft(
                "Notes recur",
                List.of(),
                List.of(),
                "",
                new SkillDraft("notes", "Release notes", "Writes notes", prompt, "", "", List.of(), true),
                new SkillActor(SkillActor.Kind.AGENT, "coder"),
                List.of());
    }
}
