package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillFile;
import tacit.surface.mcp.page.SkillShelf;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.tool.ToolCard.Effect;

/** Shows a skill as the file that agents read. */
@Component
public final class SkillGet implements McpTool {

    private static final ToolCard CARD = new ToolCard(
            "skill_get",
            "Read a skill",
            "Shows all of a skill that was approved, as its SKILL.md.",
            Schema.closed().text("name", "of the skill").requires("name"),
            Schema.open()
                    .text("name", "of the skill")
                    .text("description", "what it does and when to use it")
                    .whole("version", 1, Integer.MAX_VALUE, "of what it says")
                    .text("document", "its SKILL.md")
                    .requires("name", "description", "version", "document"),
            Effect.READS);

    private final SkillShelf shelf;

    @Activate
    public SkillGet(@Reference SkillShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public ToolCard card() {
        return CARD;
    }

    @Override
    public ToolReply call(Caller caller, Arguments arguments) {
        String name = arguments.text("name", 64);
        SkillShelf.Offered offered = shelf.find(caller, name)
                .orElseThrow(() -> new IllegalArgumentException("There is no skill '" + name + "'"));
        String text = shelf.file(offered).map(SkillFile::text).orElse("");
        Skill skill = offered.skill();
        ObjectNode value = Json.object()
                .put("name", skill.name())
                .put("description", skill.current().content().description())
                .put("version", skill.current().version())
                .put("document", text);
        return new ToolReply(value, text);
    }
}
