package tacit.surface.mcp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.Skill;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;

/** Skills that agents are told of, as the files that they read. */
@Component
public final class SkillPages implements Pages {

    private static final String BEGIN = "skill://";
    private static final String END = "/SKILL.md";
    private static final String TYPE = "text/markdown";
    private static final int AT_ONCE = 100;

    private final SkillShelf shelf;

    @Activate
    public SkillPages(@Reference SkillShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public String scheme() {
        return "skill";
    }

    @Override
    public List<ObjectNode> templates() {
        return List.of(Json.object()
                .put("uriTemplate", BEGIN + "{name}" + END)
                .put("name", "skill")
                .put("title", "A skill")
                .put("description", "A skill that was approved, as its SKILL.md")
                .put("mimeType", TYPE));
    }

    @Override
    public Listed list(Caller caller, @Nullable String place) {
        List<Skill> rest = shelf.list(caller).stream()
                .filter(skill -> place == null || skill.name().compareTo(place) > 0)
                .toList();
        List<Skill> now = rest.stream().limit(AT_ONCE).toList();
        return new Listed(
                now.stream().map(SkillPages::told).toList(),
                rest.size() > AT_ONCE ? now.get(AT_ONCE - 1).name() : null);
    }

    private static ObjectNode told(Skill skill) {
        ObjectNode page = Json.object()
                .put("uri", BEGIN + skill.name() + END)
                .put("name", skill.name())
                .put("title", skill.current().content().name())
                .put("description", skill.current().content().description())
                .put("mimeType", TYPE);
        page.putObject("annotations").put("lastModified", skill.updatedAt().toString());
        return page;
    }

    @Override
    public Optional<ObjectNode> read(Caller caller, String uri) {
        if (!uri.startsWith(BEGIN) || !uri.endsWith(END) || uri.length() <= BEGIN.length() + END.length()) {
            return Optional.empty();
        }
        String name = uri.substring(BEGIN.length(), uri.length() - END.length());
        return shelf.find(caller, name)
                .flatMap(shelf::file)
                .map(file -> Json.object().put("uri", uri).put("mimeType", TYPE).put("text", file.text()));
    }
}
