package tacit.adapt.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class UsedSkillsTest {

    private static final Scope TEAM = Scope.ofWorkspace("w1");

    private SqlTraceStore traces;

    @BeforeEach
    void open(Database database) {
        traces = new SqlTraceStore(database);
    }

    private Set<String> used(Map<String, Object> attributes, Span... spans) {
        Trace trace =
                Trace.builder("t1").workspaceId("w1").attributes(attributes).build();
        traces.append(TEAM, List.of(TraceUpdate.of(trace, List.of(spans))));
        RecordedTrace run = traces.find(TEAM, "t1").orElseThrow();
        return UsedSkills.of(run);
    }

    private static Span called(String tool, String input) {
        return Span.builder("s1", Operation.EXECUTE_TOOL, tool)
                .attributes(Map.of(Attribute.TOOL_NAME, tool))
                .input(input)
                .build();
    }

    @Test
    void takesTheNamesThatTheRunGives() {
        assertThat(used(Map.of(Attribute.SKILLS_USED, "deploy, release-notes,,")))
                .containsExactly("deploy", "release-notes");
    }

    @Test
    void takesThemFromAListToo() {
        assertThat(used(Map.of(Attribute.SKILLS_USED, List.of("deploy", " notes "))))
                .containsExactly("deploy", "notes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"skill", "Skill", "use_skill", "mcp__tacit__skill_read", "tools/load_skill", "activate_skill"})
    void takesTheSkillThatAToolForSkillsWasAskedFor(String tool) {
        assertThat(used(Map.of(), called(tool, "{\"name\":\"deploy\"}"))).containsExactly("deploy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"skill_proposal", "skills_list", "shell", "upskill"})
    void takesNothingOfOtherTools(String tool) {
        assertThat(used(Map.of(), called(tool, "{\"name\":\"deploy\"}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"name", "skill", "skill_name", "skillName", "command"})
    void readsTheFieldsThatToolsUse(String field) {
        assertThat(used(Map.of(), called("skill", "{\"" + field + "\":\" deploy \",\"n\":1}")))
                .containsExactly("deploy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".claude/skills/deploy/SKILL.md", "C:\\\\skills\\\\deploy\\\\SKILL.md", "cat deploy/SKILL.md"})
    void takesTheSkillWhoseFileWasRead(String path) {
        assertThat(used(Map.of(), called("read_file", "{\"path\":\"" + path + "\"}")))
                .containsExactly("deploy");
    }

    @Test
    void takesAnOfferOrWordsOfAChatForNoUse() {
        Span chat = Span.builder("s1", Operation.CHAT, "chat")
                .input("Read .claude/skills/deploy/SKILL.md")
                .build();

        assertThat(used(Map.of("offered", "deploy"), chat)).isEmpty();
        assertThat(used(Map.of(), called("skill", "no JSON"))).isEmpty();
    }
}
