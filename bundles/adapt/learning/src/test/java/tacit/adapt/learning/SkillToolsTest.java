package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.adapt.learning.SkillHost.ADA;
import static tacit.adapt.learning.SkillHost.TEAM;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.SkillProposal;
import tacit.api.memory.Audience;
import tacit.api.recall.ToolCall;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class SkillToolsTest {

    private SkillHost host;
    private SkillProposalTool tool;

    @BeforeEach
    void open(Database database, @TempDir Path folder) {
        host = new SkillHost(database, folder, Map.of());
        tool = new SkillProposalTool(host.proposals, host.audit);
    }

    @Test
    void letsAnAgentProposeListAndCheck() {
        Map<String, Object> created = asked(Map.of(
                "action", "create",
                "problem", "Notes recur",
                "skill_id", "notes",
                "skill_name", "Release notes",
                "description", "Writes release notes",
                "prompt", "Read the commits and write release notes",
                "required_tools", List.of("shell")));

        assertThat(created).containsEntry("status", "created").containsKey("id");
        assertThat(asked(Map.of("action", "list"))).containsEntry("skill", "notes");
        String id = String.valueOf(created.get("id"));
        assertThat(asked(Map.of("action", "eval", "id", id))).containsEntry("passed", true);
        assertThat(asked(Map.of("action", "eval", "id", id, "expected", List.of("nothing of this"))))
                .containsEntry("passed", false);
        assertThat(host.audit.entries).hasSize(1);
    }

    @Test
    void sk04LetsNoAgentDecide() {
        String id = host.proposed("notes", "Read and write");

        for (String action : List.of("approve", "reject")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> asked(Map.of("action", action, "id", id)))
                    .withMessageContaining("a person decides on a skill, never an agent");
        }
        assertThat(host.proposals.find(TEAM, id)).map(SkillProposal::status).contains(SkillProposal.Status.PENDING);
    }

    @Test
    void asksForWhatItNeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked(Map.of("action", "create")))
                .withMessageContaining("skill_id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked(Map.of("action", "burn")))
                .withMessageContaining("create, list or eval");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked(Map.of("action", "eval", "id", "sp_1_00000000")))
                .withMessageContaining("Cannot find");
        ToolCall nobody = new ToolCall(TEAM, Audience.ofUser(null), null, new TreeMap<>(Map.of("action", "create")));
        assertThatIllegalArgumentException().isThrownBy(() -> tool.call(nobody)).withMessageContaining("taskId");
    }

    @Test
    void readsASkillUntilItIsRetired() {
        host.desk.approve(TEAM, host.proposed("notes", "Read and write"), ADA, null, null);
        SkillReadTool read = new SkillReadTool(host.skills);

        assertThat(read.call(call(Audience.ofUser(null), Map.of("name", "notes")))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("prompt", "Read and write"));
        Audience anybody = new Audience(Audience.Kind.PUBLIC, null, "x", null, false);
        assertThat(read.call(call(anybody, Map.of("name", "notes"))).rows()).isEmpty();
        host.desk.retire(TEAM, "notes", ADA, "old");
        assertThat(read.call(call(Audience.ofUser(null), Map.of("name", "notes")))
                        .rows())
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> read.call(call(anybody, Map.of())));
    }

    @Test
    void saysWhatTheyTake() {
        assertThat(tool.name()).isEqualTo("skill_proposal");
        assertThat(tool.changes()).isTrue();
        assertThat(tool.summary()).contains("people decide");
        assertThat(tool.parameters()).extracting(one -> one.name()).contains("action", "prompt", "expected");
        assertThat(new SkillReadTool(host.skills).parameters()).hasSize(1);
    }

    private Map<String, Object> asked(Map<String, Object> arguments) {
        return tool.call(call(Audience.ofUser(null), arguments)).rows().get(0);
    }

    private static ToolCall call(Audience audience, Map<String, Object> arguments) {
        return new ToolCall(TEAM, audience, "run-1", new TreeMap<>(arguments));
    }
}
