package tacit.adapt.skills;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.TreeSet;
import tacit.adapt.skills.text.Content;
import tacit.adapt.skills.text.Json;
import tacit.adapt.skills.text.SkillNames;

/** Hashes that are the same for the same proposal again. */
final class Signatures {

    private Signatures() {}

    /** Of a pattern its id, since counts and examples grow with each run. */
    static String of(Content content) {
        ObjectNode node = Json.object();
        if (content.isPattern()) {
            node.put("pattern", content.support().patternId());
        } else {
            node.put("problem", content.problem().strip().toLowerCase(Locale.ROOT));
            TreeSet<String> tools = new TreeSet<>();
            content.tools().forEach(tool -> tools.add(tool.strip().toLowerCase(Locale.ROOT)));
            Json.put(node, "tools", tools);
            node.put("skill", content.id());
            node.put("prompt", SkillNames.hash(content.draft().prompt()));
        }
        return SkillNames.hash(Json.text(node));
    }

    /** Of the retirement of a skill, which may be proposed again once it failed twice as often. */
    static String ofRetirement(String name, int version, long failures) {
        return SkillNames.hash("retire " + name + " " + version + " " + (63 - Long.numberOfLeadingZeros(failures)));
    }
}
