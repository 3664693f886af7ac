package tacit.adapt.skills.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillParameter;

/** What prompts take, and the places in them that stand for it. */
public final class Parameters {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([\\p{L}\\p{N}_.-]+)\\s*}}");

    private Parameters() {}

    /** The places of a prompt that no parameter declares. */
    public static Set<String> undeclared(SkillDraft draft) {
        Set<String> names =
                draft.parameters().stream().map(SkillParameter::name).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        Matcher place = PLACE.matcher(draft.prompt());
        while (place.find()) {
            if (!names.contains(place.group(1))) {
                missing.add(place.group(1));
            }
        }
        return missing;
    }

    public static ArrayNode json(List<SkillParameter> parameters) {
        ArrayNode array = Json.object().arrayNode();
        for (SkillParameter parameter : parameters) {
            ObjectNode node = array.addObject();
            node.put("name", parameter.name());
            node.put("type", parameter.type());
            node.put("description", parameter.description());
            node.put("required", parameter.required());
            if (parameter.fallback() != null) {
                node.put("default", parameter.fallback());
            }
        }
        return array;
    }

    public static List<SkillParameter> read(JsonNode array) {
        List<SkillParameter> parameters = new ArrayList<>();
        array.forEach(node -> parameters.add(new SkillParameter(
                Json.string(node, "name"),
                Json.string(node, "type"),
                Json.string(node, "description"),
                node.path("required").asBoolean(),
                node.hasNonNull("default") ? node.path("default").asText() : null)));
        return parameters;
    }
}
