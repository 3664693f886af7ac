package tacit.adapt.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.Skill;
import tacit.api.adapt.Skills;
import tacit.api.memory.Visibility;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolParameter;
import tacit.api.recall.ToolParameter.Kind;
import tacit.api.store.Scope;

/** Shows an agent all of a skill whose name it was told. */
@Component
public final class SkillReadTool implements RecallTool {

    private final Skills skills;

    @Activate
    public SkillReadTool(@Reference Skills skills) {
        this.skills = skills;
    }

    @Override
    public String name() {
        return "skill_read";
    }

    @Override
    public String summary() {
        return "Shows all of a skill";
    }

    @Override
    public List<ToolParameter> parameters() {
        return List.of(new ToolParameter("name", Kind.TEXT, true, "of the skill"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        if (!(call.arguments().get("name") instanceof String name)) {
            throw new IllegalArgumentException("name must be a text");
        }
        return ToolAnswer.of(find(call, name).stream().map(SkillReadTool::row).toList());
    }

    /** A user's own only where that user is alone with the agent. */
    private Optional<Skill> find(ToolCall call, String name) {
        Scope workspace = Scope.ofWorkspace(call.scope().workspaceId());
        Optional<Skill> own = call.scope().userId() != null && call.audience().maySee(Visibility.PRIVATE)
                ? skills.offered(call.scope(), name)
                : Optional.empty();
        return own.or(
                () -> call.audience().maySee(Visibility.SHARED) ? skills.offered(workspace, name) : Optional.empty());
    }

    private static Map<String, Object> row(Skill skill) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", skill.name());
        row.put("description", skill.current().content().description());
        row.put("version", (long) skill.current().version());
        row.put("prompt", skill.current().content().prompt());
        return row;
    }
}
