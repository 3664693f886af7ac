package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.adapt.learning.SkillHost.ADA;
import static tacit.adapt.learning.SkillHost.TEAM;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditEntry;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillChange;
import tacit.api.adapt.SkillReviewReceipt;
import tacit.api.generation.Generation;
import tacit.api.memory.Audience;
import tacit.api.recall.ToolCall;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

/** What agents of a workspace are told of changes by generations alone. */
@EachDatabase
class OfferedSkillsTest {

    @TempDir
    Path folder;

    private SkillHost host;

    @BeforeEach
    void open(Database database) {
        host = new SkillHost(database, folder, Map.of("sync_folders", "agents"));
        host.harness.listeners.add(new OfferedFolders(host.harness, host.folders));
    }

    /** Approves it as what a version of an earlier time did: without any generation. */
    private void active(String name, String prompt) {
        host.proposals.approve(TEAM, host.proposed(name, prompt), ADA, null, null);
    }

    private Optional<String> read(String name) {
        return host.skills
                .offered(TEAM, name)
                .map(skill -> skill.current().content().prompt());
    }

    @Test
    void offersWhatAnOperatorApprovesByAGenerationWithAnAuthor() {
        active("old", "As ever");

        SkillReviewReceipt receipt = host.desk.approve(TEAM, host.proposed("notes", "Read"), ADA, null, null);

        assertThat(receipt.done()).isTrue();
        assertThat(receipt.reason()).isEmpty();
        assertThat(receipt.files().written()).isEmpty();
        assertThat(folder.resolve("agents/notes/SKILL.md")).exists();
        assertThat(host.harness.offered()).isEqualTo("w1/notes@1\nw1/old@1");
        assertThat(host.harness.all).extracting(Generation::createdBy).containsExactly("tacit", ADA.name(), ADA.name());
        assertThat(host.harness.all.get(1).configurations().values())
                .allMatch(settings -> settings.equals(new TreeMap<>(Map.of("offered", "w1/old@1"))));
    }

    @Test
    void bringsTheVersionBeforeBackByOneRollback() throws Exception {
        host.desk.approve(TEAM, host.proposed("notes", "Read"), ADA, null, null);
        host.desk.approve(TEAM, host.proposed("notes", "Read and write"), ADA, null, null);
        assertThat(read("notes")).contains("Read and write");

        host.harness.rollBack(Optional.empty(), "ben", "it is worse");

        assertThat(read("notes")).contains("Read");
        assertThat(Files.readString(folder.resolve("agents/notes/SKILL.md")))
                .contains("Read")
                .doesNotContain("write");
        assertThat(host.skills.history(TEAM, "notes")).hasSize(2);
    }

    @Test
    void offersNothingThatIsToBeProvedFirst() {
        active("old", "As ever");
        String id = host.proposed("notes", "Read");

        SkillReviewReceipt receipt = host.desk.approveForProof(TEAM, id, ADA, null, null);

        assertThat(receipt.done()).isTrue();
        assertThat(host.skills.find(TEAM, "notes")).isPresent();
        assertThat(read("notes")).isEmpty();
        assertThat(read("old")).contains("As ever");
        assertThat(folder.resolve("agents/notes/SKILL.md")).doesNotExist();
        SkillReadTool tool = new SkillReadTool(host.skills);
        ToolCall call = new ToolCall(TEAM, Audience.ofUser("anna"), "t1", new TreeMap<>(Map.of("name", "notes")));
        assertThat(tool.call(call).rows()).isEmpty();

        assertThat(host.desk.offer(TEAM, "notes", 1, ADA, "it is urgent").done())
                .isTrue();

        assertThat(read("notes")).contains("Read");
        assertThat(tool.call(call).rows()).hasSize(1);
        assertThat(host.audit.entries).extracting(AuditEntry::action).containsExactly("skill.approve", "skill.offer");
    }

    @Test
    void readsTheCandidateUnderATrialOnly() throws Exception {
        host.desk.approve(TEAM, host.proposed("notes", "Read"), ADA, null, null);
        host.desk.approveForProof(TEAM, host.proposed("notes", "Read and write"), ADA, null, null);
        host.harness.open(
                "x1",
                new tacit.api.generation.ActivationRequest(
                        new TreeMap<>(),
                        java.util.Set.of(),
                        host.offers.settings("w1", Map.of("notes", 2)),
                        "a",
                        "b",
                        "x1"));

        assertThat(host.harness.under("x1", () -> read("notes"))).contains("Read and write");
        assertThat(read("notes")).contains("Read");
    }

    @Test
    void retiresByAGenerationAndComesBackWithTheOneBefore() {
        host.desk.approve(TEAM, host.proposed("notes", "Read"), ADA, null, null);

        assertThat(host.desk.retire(TEAM, "notes", ADA, "old").done()).isTrue();

        assertThat(host.harness.offered()).isEqualTo("w1/-");
        assertThat(read("notes")).isEmpty();
        assertThat(host.skills.find(TEAM, "notes").map(Skill::state)).contains(Skill.State.RETIRED);
        host.harness.rollBack(Optional.empty(), "ben", "it was right");
        assertThat(read("notes")).contains("Read");
    }

    @Test
    void goesBackToAnEarlierVersionByAGeneration() {
        active("notes", "Read");
        active("notes", "Read and write");

        SkillChange change = host.desk.rollBack(TEAM, "notes", 1, ADA);

        assertThat(change.done()).isTrue();
        assertThat(host.harness.offered()).isEqualTo("w1/notes@3");
        assertThat(read("notes")).contains("Read");
        host.harness.rollBack(Optional.empty(), "ben", "no");
        assertThat(read("notes")).contains("Read and write");
    }

    @Test
    void changesNothingWhereNoGenerationCanBeMade() {
        active("notes", "Read");
        String id = host.proposed("more", "Read");
        host.harness.refuses = true;

        SkillReviewReceipt approved = host.desk.approve(TEAM, id, ADA, null, null);
        SkillChange retired = host.desk.retire(TEAM, "notes", ADA, "old");
        SkillChange offered = host.desk.offer(TEAM, "notes", 1, ADA, "now");

        assertThat(approved.done()).isFalse();
        assertThat(approved.reason()).startsWith("No generation could be made of it: PROBE of 'skills'");
        assertThat(host.skills.find(TEAM, "more")).isEmpty();
        assertThat(retired.done()).isFalse();
        assertThat(offered.done()).isFalse();
        assertThat(read("notes")).contains("Read");
    }

    @Test
    void makesNoGenerationForWhatIsRefused() {
        active("notes", "Read");
        String id = host.proposed("more", "Read");

        assertThat(host.desk.approve(TEAM, "sp_1_00000000", ADA, null, null).done())
                .isFalse();
        assertThat(host.desk
                        .approve(TEAM, id, SkillActor.operator("coder"), null, null)
                        .done())
                .isFalse();
        assertThat(host.desk
                        .approve(TEAM, id, new SkillActor(SkillActor.Kind.AGENT, "x"), null, null)
                        .done())
                .isFalse();
        assertThat(host.desk.rollBack(TEAM, "notes", 9, ADA).done()).isFalse();
        assertThat(host.desk.retire(TEAM, "none", ADA, "old").done()).isFalse();
        assertThat(host.desk.offer(TEAM, "notes", 9, ADA, "now").reason()).contains("no version 9");
        assertThat(host.desk.offer(TEAM, "none", 1, ADA, "now").done()).isFalse();
        assertThat(host.harness.all).hasSize(1);
    }

    @Test
    void leavesWhatIsAUsersOwnOutOfGenerations() {
        Scope anna = new Scope("w1", "anna");

        assertThat(host.desk.offer(anna, "mine", 1, ADA, "now").reason()).contains("no part of a generation");
        assertThat(host.desk
                        .approveForProof(anna, "sp_1_00000000", ADA, null, null)
                        .reason())
                .contains("no experiment proves it");
        assertThat(host.desk.approve(anna, "sp_1_00000000", ADA, null, null).done())
                .isFalse();
        assertThat(host.harness.all).hasSize(1);
    }

    @Test
    void keepsToTheWayOfAnEarlierBundleThatKnowsNoNames() {
        host.jar.old = true;

        assertThat(host.offers.named()).isFalse();
        assertThat(host.desk
                        .approve(TEAM, host.proposed("notes", "Read"), ADA, null, null)
                        .done())
                .isTrue();
        assertThat(read("notes")).contains("Read");
        assertThat(host.harness.all).hasSize(1);
        assertThat(host.offers.settings("w1", Map.of())).isEmpty();
    }

    @Test
    void offersWhatIsNotNamedElsewhereAsEver() {
        host.desk.approve(TEAM, host.proposed("notes", "Read"), ADA, null, null);

        assertThat(host.offers.of("w2")).isEmpty();
        host.desk.approve(TEAM, host.proposed("more", "Read"), ADA, null, null);
        assertThat(host.offers.of("w1")).isEqualTo(Map.of("notes", 1, "more", 1));
        assertThat(List.of(host.harness.offered().split("\n", -1))).containsExactly("w1/more@1", "w1/notes@1");
    }
}
