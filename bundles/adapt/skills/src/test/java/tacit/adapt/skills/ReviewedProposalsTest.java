package tacit.adapt.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.adapt.skills.Desk.ADA;
import static tacit.adapt.skills.Desk.AGENT;
import static tacit.adapt.skills.Desk.ANNA;
import static tacit.adapt.skills.Desk.TEAM;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillEvalCase;
import tacit.api.adapt.SkillEvalReport;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposal.Status;
import tacit.api.adapt.SkillProposalReceipt;
import tacit.api.adapt.SkillReviewReceipt;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ReviewedProposalsTest {

    private static final String PROMPT = "Read the commits, group them, write the notes with shell.";

    private Desk desk;

    @BeforeEach
    void open(Database database, @TempDir Path folder) {
        desk = new Desk(database, folder);
    }

    @Test
    void keepsAProposalAndItsFile() {
        String id = proposed(PROMPT);

        assertThat(id).matches("sp_\\d+_[0-9a-f]{8}");
        assertThat(desk.proposals.find(TEAM, id)).hasValueSatisfying(proposal -> {
            assertThat(proposal.status()).isEqualTo(Status.PENDING);
            assertThat(proposal.draft().prompt()).isEqualTo(PROMPT);
            assertThat(proposal.requiredTools()).containsExactly("shell");
            assertThat(proposal.proposer()).isEqualTo(AGENT);
        });
        assertThat(desk.read(".cowork/skills/proposals/" + id + ".json"))
                .contains("\"draftSkill\"", "\"problemStatement\"", "\"status\" : \"pending\"");
    }

    @Test
    void answersWhatSaysTheSame() {
        String id = proposed(PROMPT);

        SkillProposalReceipt again = desk.proposals.propose(TEAM, Desk.written("release-notes", PROMPT));

        assertThat(again.duplicateOf()).isEqualTo(id);
        assertThat(again.cooldownUntil()).isNull();
    }

    @Test
    void takesTheSameAgainADayAfterItWasRejected() {
        String id = proposed(PROMPT);
        desk.proposals.reject(TEAM, id, ADA, "too vague");

        SkillProposalReceipt early = desk.proposals.propose(TEAM, Desk.written("release-notes", PROMPT));
        desk.clock.pass(Duration.ofHours(25));
        SkillProposalReceipt late = desk.proposals.propose(TEAM, Desk.written("release-notes", PROMPT));

        assertThat(early.duplicateOf()).isEqualTo(id);
        assertThat(early.cooldownUntil()).isNotNull();
        assertThat(late.status()).isEqualTo(SkillProposalReceipt.Status.CREATED);
    }

    @Test
    void blocksDraftsThatSayNothingTooMuchOrASecret() {
        assertThat(reasonOf(" ")).isEqualTo("blocked: draft prompt must not be blank");
        assertThat(reasonOf("line\n".repeat(600))).contains("500 lines");
        assertThat(reasonOf("Use api_key: sk-abcdefghijklmnop1234")).contains("secret");
        assertThat(desk.proposals.list(TEAM, null, 10)).isEmpty();
    }

    private String reasonOf(String prompt) {
        return desk.proposals.propose(TEAM, Desk.written("x", prompt)).reason();
    }

    @Test
    void sk04RefusesADecisionOfAnAgentOrOfWhoProposed() {
        String id = proposed(PROMPT);

        SkillReviewReceipt agent = desk.proposals.approve(TEAM, id, AGENT, null, null);
        SkillReviewReceipt same = desk.proposals.approve(TEAM, id, SkillActor.operator("coder"), null, null);
        SkillReviewReceipt host = desk.proposals.reject(TEAM, id, SkillActor.HOST, "no");

        assertThat(agent.reason()).contains("by an operator, not by agent");
        assertThat(same.reason()).isEqualTo("Who proposed a skill does not decide on it");
        assertThat(host.done()).isFalse();
        assertThat(desk.proposals.find(TEAM, id)).map(SkillProposal::status).contains(Status.PENDING);
        assertThat(desk.skills.list(TEAM, true, 10)).isEmpty();
    }

    @Test
    void makesASkillOfWhatIsApprovedAndDecidesOnce() {
        String id = proposed(PROMPT);

        SkillReviewReceipt done = desk.proposals.approve(TEAM, id, ADA, null, "good");

        assertThat(done.done()).isTrue();
        assertThat(Desk.name(done.proposal())).isEqualTo("release-notes");
        assertThat(desk.skills.find(TEAM, "release-notes")).hasValueSatisfying(skill -> {
            assertThat(skill.current().version()).isEqualTo(1);
            assertThat(skill.current().proposalId()).isEqualTo(id);
        });
        assertThat(desk.proposals.reject(TEAM, id, ADA, "no").reason()).contains("does not wait any more");
        assertThat(desk.read(".cowork/skills/proposals/" + id + ".json"))
                .contains("\"approvedSkillId\" : \"release-notes\"", "\"approved\"");
    }

    @Test
    void finishesAnApprovalThatBrokeOff() {
        String id = proposed(PROMPT);
        desk.proposals.approve(TEAM, id, ADA, null, null);
        desk.state.remove(TEAM, Shelf.KIND, "release-notes");

        assertThat(desk.proposals.approve(TEAM, id, ADA, null, null).done()).isTrue();

        assertThat(desk.skills.find(TEAM, "release-notes")).isPresent();
    }

    @Test
    void approvesNoPromptThatTakesWhatNobodyDeclared() {
        String id = proposed("Release {{version}} now");

        assertThat(desk.proposals.approve(TEAM, id, ADA, null, null).reason()).endsWith("declares: version");
        assertThat(desk.proposals.approve(TEAM, id, ADA, "No Name", null).reason())
                .contains("1 to 64");
        assertThat(desk.proposals.reject(TEAM, id, ADA, " ").reason()).isEqualTo("A reason must be given");
        assertThat(desk.proposals
                        .approve(TEAM, "sp_1_00000000", ADA, null, null)
                        .reason())
                .isEqualTo("Cannot find proposal 'sp_1_00000000'");
    }

    @Test
    void listsTheNewestFirstByStatus() {
        String first = proposed(PROMPT);
        desk.clock.pass(Duration.ofSeconds(1));
        String second = proposed(PROMPT + " Then mail them.");
        desk.proposals.reject(TEAM, first, ADA, "no");

        assertThat(desk.proposals.list(TEAM, null, 10))
                .extracting(SkillProposal::id)
                .containsExactly(second, first);
        assertThat(desk.proposals.list(TEAM, Status.PENDING, 10))
                .extracting(SkillProposal::id)
                .containsExactly(second);
        assertThatThrownBy(() -> desk.proposals.list(TEAM, null, 0)).hasMessageContaining("limit");
        assertThat(desk.proposals.list(ANNA, null, 10)).isEmpty();
    }

    @Test
    void readsFilesOfTheDescribedSystemAsTheyAreAndPassesOverOthers() {
        desk.write(".cowork/skills/proposals/sp_1750000000000_0a1b2c3d.json", FILE);
        desk.write(".cowork/skills/proposals/sp_1_broken.json", "{");
        desk.write(".cowork/skills/proposals/notes.json", "[]");

        assertThat(desk.proposals.list(TEAM, null, 10)).singleElement().satisfies(proposal -> {
            assertThat(proposal.id()).isEqualTo("sp_1750000000000_0a1b2c3d");
            assertThat(proposal.status()).isEqualTo(Status.PENDING);
            assertThat(proposal.draft().parameters()).singleElement().satisfies(parameter -> {
                assertThat(parameter.name()).isEqualTo("tag");
                assertThat(parameter.fallback()).isEqualTo("latest");
            });
            assertThat(proposal.createdAt().toEpochMilli()).isEqualTo(1750000000000L);
        });
        assertThat(desk.proposals
                        .approve(TEAM, "sp_1750000000000_0a1b2c3d", ADA, null, null)
                        .done())
                .isTrue();
        assertThat(desk.skills.find(TEAM, "auto-tag-it")).isPresent();
    }

    @Test
    void sk01PassesADraftThatSaysWhatItHasTo() {
        String id = proposed(PROMPT);

        SkillEvalReport report = evaluated(
                id,
                new SkillEvalCase(
                        "c", "notes", List.of("commits", "release notes"), List.of("deploy"), List.of("shell")));

        assertThat(report.passed()).isTrue();
        assertThat(report.score()).isEqualTo(1);
        assertThat(desk.read(".cowork/skills/evals/" + id + ".json"))
                .contains("\"draftSkillId\" : \"release-notes\"", "\"passed\" : true");
    }

    @Test
    void sk02FailsADraftThatMissesOneOfTwo() {
        SkillEvalReport report = evaluated(
                proposed(PROMPT),
                new SkillEvalCase("c", "notes", List.of("commits", "changelog"), List.of(), List.of()));

        assertThat(report.passed()).isFalse();
        assertThat(report.score()).isEqualTo(0.5);
        assertThat(report.cases().get(0).missingSignals()).containsExactly("changelog");
    }

    @Test
    void sk03TakesPointsOffForWhatIsForbidden() {
        SkillEvalReport report = evaluated(
                proposed(PROMPT),
                new SkillEvalCase("c", "notes", List.of("commits"), List.of("group them"), List.of("shell")));

        assertThat(report.score()).isEqualTo(0.65);
        assertThat(report.passed()).isFalse();
    }

    @Test
    void asksForWholeWordsAndForTools() {
        SkillEvalReport report = evaluated(
                proposed(PROMPT), new SkillEvalCase("c", "x", List.of("commit"), List.of(), List.of("browser")));

        assertThat(report.cases().get(0).missingSignals()).containsExactly("commit");
        assertThat(report.cases().get(0).missingTools()).containsExactly("browser");
        assertThat(report.score()).isZero();
    }

    @Test
    void judgesADraftByWhatItIsForWhereNoCaseIsGiven() {
        assertThat(desk.proposals.evaluate(TEAM, proposed(PROMPT), List.of()))
                .hasValueSatisfying(report -> assertThat(report.passed()).isTrue());
        String bad = proposed("Send [REDACTED_TOKEN] along. Write release notes.");
        assertThat(desk.proposals.evaluate(TEAM, bad, List.of()))
                .hasValueSatisfying(report -> assertThat(report.passed()).isFalse());
        assertThat(desk.proposals.evaluate(TEAM, "sp_1_00000000", List.of())).isEmpty();
    }

    private SkillEvalReport evaluated(String id, SkillEvalCase one) {
        return desk.proposals.evaluate(TEAM, id, List.of(one)).orElseThrow();
    }

    private String proposed(String prompt) {
        return String.valueOf(desk.proposals
                .propose(TEAM, Desk.written("release-notes", prompt))
                .proposalId());
    }

    private static final String FILE = """
            {"id":"sp_1750000000000_0a1b2c3d","version":1,"status":"pending","problemStatement":"Tagging recurs",
             "evidence":["seen 3 times"],"requiredTools":["git"],"riskNote":"","signature":"abc",
             "draftSkill":{"id":"auto_tag_it","name":"Tag it","description":"Tags a build","prompt":"Tag {{tag}}",
               "icon":"zap","category":"auto-promoted","enabled":true,
               "parameters":[{"name":"tag","type":"string","description":"which","required":false,"default":"latest"}]},
             "createdAt":1750000000000,"updatedAt":1750000000000}
            """;
}
